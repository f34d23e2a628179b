"""Rules over more than one field of a thing."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from wijzer.kinds.fields import Body, Kind
from wijzer.lists import GROUPS, TALK


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field: `fault` names the rule, `limit` goes with some of them."""

    field: str
    fault: str
    limit: int = 0


def together(kind: Kind, body: Body) -> list[Problem]:
    """What is wrong between the fields, when each by itself is right."""
    rules = (*_RULES.get(kind.id, ()), *(_PERIOD if kind.id in _HAS_PERIOD else ()))
    return [fault for broken, fault in rules if broken(body)]


def _lacks(field: str, when: Callable[[Body], bool]) -> tuple[Callable[[Body], bool], Problem]:
    return lambda body: not body.get(field) and when(body), Problem(field, "required")


def _grows(body: Body, *steps: str) -> bool:
    """Whether a later step has more people than one before it."""
    known = [body[step] for step in steps if body.get(step) is not None]
    return any(later > earlier for earlier, later in combinations(known, 2))


def _needs_reason(body: Body) -> bool:
    computed = body.get("computed")
    return body.get("light") != "green" or computed in ("amber", "red")


def _off_scale(body: Body) -> bool:
    return body.get("quality") is not None and not 1 <= body["quality"] <= 5


def _wrong_group(body: Body) -> bool:
    return body["group"] not in GROUPS[body["trait"]]


def _twice(body: Body) -> bool:
    lists = [set(body.get(name) or ()) for name in ("delivered", "partly", "missed")]
    return any(one & other for one, other in combinations(lists, 2))


def _ends_first(body: Body) -> bool:
    starts, ends = body.get("starts") or body.get("day"), body.get("ends")
    return bool(starts and ends and ends < starts)


Rule = tuple[Callable[[Body], bool], Problem]
_HAS_PERIOD = ("head_count", "step_count", "delivery_plan", "survey_round", "referral")
_PERIOD: tuple[Rule, ...] = ((_ends_first, Problem("ends", "order")),)
_RULES: dict[str, tuple[Rule, ...]] = {
    "goal": (
        (
            lambda body: bool(body.get("indicator") and body.get("measure")),
            Problem("measure", "either"),
        ),
    ),
    "theme": (_lacks("reason", lambda body: body.get("choice") == "rejected"),),
    "session": (_lacks("reason", lambda body: body.get("state") == "cancelled"),),
    "head_count": (
        (_wrong_group, Problem("group", "group")),
        (lambda body: _grows(body, "contacts", "people"), Problem("contacts", "grows")),
        (
            lambda body: (
                body["trait"] == "area" and body["group"] == "all" and not body.get("area")
            ),
            Problem("area", "required"),
        ),
    ),
    "focus_review": (
        _lacks("reason", _needs_reason),
        _lacks("next_step", lambda body: body.get("light") in ("amber", "red")),
        (_off_scale, Problem("quality", "scale")),
        (_twice, Problem("partly", "twice")),
    ),
    "referral": (
        (lambda body: body.get("sender") == body.get("receiver"), Problem("receiver", "self")),
        (lambda body: _grows(body, "sent", "received", "begun"), Problem("received", "grows")),
    ),
    "action": (_lacks("reason", lambda body: body.get("status") == "dropped"),),
    "slide": (_lacks("link", lambda body: body.get("layout") == "view"),),
    "monitor_plan": (
        (
            lambda body: bool(TALK & set(body.get("instruments") or ())),
            Problem("instruments", "talk"),
        ),
    ),
}
