"""The one door: every number that leaves (page, tooltip, export, link) comes from here.

Each function asks the store, hides what may not be shown, and adds what the figure is worth:
sign, certainty, words. Sign, colour, word, sentence, table and download read the same columns,
so they cannot disagree.
"""

from wijzer.publish.changes import compare, differences, history
from wijzer.publish.door import Row, records
from wijzer.publish.entered import Names, drafts, entered, examples, facts, many, of, spoken, title
from wijzer.publish.goals import (
    Current,
    Standing,
    current,
    indicator_of,
    needed,
    reading,
    smart,
    standing,
    unit_of,
)
from wijzer.publish.plan import (
    Matrix,
    Thread,
    children,
    interventions_of,
    loose_ends,
    matrix,
    status,
    steps,
    themes,
    thread,
)
from wijzer.publish.profile import profile
from wijzer.publish.rules import Outcome, outcomes, respondents_needed
from wijzer.publish.sizes import size
from wijzer.publish.take_along import csv, geojson, table_csv, with_facts
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
from wijzer.publish.votes import GroupResult, Result, mix, result, rounds, turnout

__all__ = [
    "Current",
    "GroupResult",
    "Matrix",
    "Names",
    "Outcome",
    "Result",
    "Row",
    "Standing",
    "Thread",
    "areas",
    "build",
    "buurten",
    "children",
    "columns",
    "compare",
    "csv",
    "current",
    "differences",
    "drafts",
    "entered",
    "examples",
    "facts",
    "flagged",
    "geojson",
    "history",
    "in_domain_order",
    "indicator_of",
    "inhabitants",
    "interventions_of",
    "loose_ends",
    "many",
    "matrix",
    "mix",
    "needed",
    "newest",
    "of",
    "on_map",
    "outcomes",
    "people",
    "profile",
    "reach",
    "reading",
    "records",
    "respondents_needed",
    "result",
    "rounds",
    "shapes",
    "size",
    "smart",
    "sources",
    "spoken",
    "stand_out",
    "standing",
    "status",
    "steps",
    "subdistricts",
    "table_csv",
    "themes",
    "thread",
    "title",
    "trend",
    "turnout",
    "unit_of",
    "with_facts",
    "years",
]
