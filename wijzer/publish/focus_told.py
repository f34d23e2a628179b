"""What the page Focus tells in tables and sentences, made from published interventions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from wijzer import texts
from wijzer.publish.door import Row
from wijzer.publish.entered import children_named, many, of, title
from wijzer.publish.focus import Focus, light_text
from wijzer.publish.focus_parts import Window, elements, held
from wijzer.publish.plan import PILLARS, coverage, themes
from wijzer.stats import plan
from wijzer.store.entries import State
