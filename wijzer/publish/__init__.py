"""The one door: every number that leaves (page, tooltip, export, link) comes from here.

Each function asks the store, hides what may not be shown, and adds what the figure is worth:
sign, certainty, words. Sign, colour, word, sentence, table and download read the same columns,
so they cannot disagree.
"""

from wijzer.publish.door import Row, records
from wijzer.publish.profile import profile
from wijzer.publish.rules import Outcome, outcomes, respondents_needed
from wijzer.publish.take_along import csv, geojson, with_facts
from wijzer.publish.together import columns, flagged
from wijzer.publish.views import (
    areas,
    build,
    buurten,
    in_domain_order,
    inhabitants,
    newest,
    on_map,
    people,
    reach,
    shapes,
    sources,
    stand_out,
    subdistricts,
    trend,
    years,
)

__all__ = [
    "Outcome",
    "Row",
    "areas",
    "build",
    "buurten",
    "columns",
    "csv",
    "flagged",
    "geojson",
    "in_domain_order",
    "inhabitants",
    "newest",
    "on_map",
    "outcomes",
    "people",
    "profile",
    "reach",
    "records",
    "respondents_needed",
    "shapes",
    "sources",
    "stand_out",
    "subdistricts",
    "trend",
    "with_facts",
    "years",
]
