"""The message of the page: what changed, for how many people, and what that is worth."""

from collections.abc import Sequence

from wijzer import catalog, texts
from wijzer.access import Visitor
from wijzer.instruments import Instrument
from wijzer.lists import TALK
from wijzer.model import Method, Role, Sign
from wijzer.publish.healthier import Change, interval_text
from wijzer.publish.healthier_shares import YesNo
from wijzer.stats import change

_WHY = {
    "only_first": (texts.ONLY_FIRST, texts.ONLY_FIRST_TO_DO),
    "too_few": (texts.OUTCOME_TOO_FEW, texts.OUTCOME_TOO_FEW_TO_DO),
    "not_comparable": (texts.OTHER_SCORING, texts.OTHER_SCORING_TO_DO),
    "no_spread": (texts.NO_SPREAD, texts.NO_SPREAD_TO_DO),
    "no_items": (texts.NO_ITEMS, texts.NO_ITEMS_TO_DO),
}


def refused(outcome: str) -> tuple[str, str] | None:
    """Why something cannot be an outcome, and what to do: a model estimate, or a conversation."""
    if outcome in TALK:
        return texts.REFUSED_TALK, texts.REFUSED_TALK_WHY
    one = catalog.indicators().get(outcome)
    if one is None or one.method is not Method.MODEL:
        return None
    return texts.REFUSED_MODEL.format(naam=one.name), texts.REFUSED_MODEL_WHY


def message(
    found: Change, form: Instrument, yes: Sequence[YesNo], place: str, visitor: Visitor
) -> tuple[str, str]:
    """Sentence and what it is worth, for a change or for why there is none."""
    if found.state == "not_measured":
        return texts.state("not_measured", place)
    if found.points is None or found.state == "no_spread":
        why, todo = _WHY[found.state]
        name = texts.WORD["instrument"].get(form.id, form.name)
        file = f"data/instruments/{form.id}.toml"
        return why.format(naam=name), todo.format(bestand=file)
    if len(form.items) == 1 and yes:
        one = yes[0]
        said = texts.yes_change(one.name, one.before, one.after, one.gap, one.interval)
        worth = _worth(one.sign, "")
    else:
        said = texts.mean_change(
            form.id, found.points.mean, interval_text(found.decimals, found.points), found.decimals
        )
        worth = _worth(found.points.sign, _matters(found))
    people = texts.MEAN_OF_PAIRS.format(aantal=found.people)
    rounded = texts.ROUNDED_PEOPLE if visitor.role is Role.PUBLIC else ""
    few = texts.INDICATIVE_WHY if found.indicative else ""
    small = [few, worth, texts.NO_CAUSE, found.remark, rounded]
    return f"{said} {people}", " ".join(filter(None, small))


def _worth(sign: Sign, matters: str) -> str:
    if sign is Sign.UNKNOWN:
        return ""
    sure = texts.CHANGE_UNSURE if sign is Sign.SIMILAR else texts.CHANGE_SURE
    return f"{sure} {matters}".rstrip()


def _matters(found: Change) -> str:
    points = found.points
    if points is None or points.minimal is None:
        return ""
    enough = change.relevant(points.mean, points.minimal)
    said = texts.CHANGE_MATTERS if enough else texts.CHANGE_SMALL
    return said.format(punten=points.minimal_text)
