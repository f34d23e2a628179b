"""What people enter: kinds of things and their fields, the lists to choose from, and the checks.

One description serves forms, checks, history, comparison and export, so that they cannot differ.
The columns of `store/schema/register/*.sql` are the same fields; a test compares them.
"""

from wijzer.kinds.checks import LARGEST_COUNT, LONGEST_LINE, LONGEST_TEXT, problems
from wijzer.kinds.fields import Body, Field, Form, Kind
from wijzer.kinds.learn import LEARN
from wijzer.kinds.monitor import MONITOR
from wijzer.kinds.plan import PLAN
from wijzer.kinds.together import Problem
from wijzer.lists import CODES

KINDS: dict[str, Kind] = {one.id: one for one in (*PLAN, *MONITOR, *LEARN)}
"""All kinds by id, what is referred to before what refers to it as far as possible."""

__all__ = [
    "CODES",
    "KINDS",
    "LARGEST_COUNT",
    "LONGEST_LINE",
    "LONGEST_TEXT",
    "Body",
    "Field",
    "Form",
    "Kind",
    "Problem",
    "problems",
]
