"""Sentences made from what people entered, by rules that are tested."""

from collections.abc import Sequence
from datetime import date as Date

from wijzer.texts.choices import RUN_MARK, WORD
from wijzer.texts.numbers import amount, date, number, plain_number
from wijzer.texts.plan import CHECKED_ON, NOT_CHECKED, RECOGNISED, RECOGNISED_ON
from wijzer.texts.sentences import enumerate_words
from wijzer.texts.themes import (
    DECIDED,
    DECIDED_BY,
    DECIDED_HOW,
    DECIDED_UNKNOWN,
    DECIDED_WHEN,
    NO_THEMES,
    ROUND_HIDDEN,
)


def chosen_themes(place: str, names: Sequence[str], when: str) -> str:
    """The lead of the page with themes."""
    if not names:
        return NO_THEMES.format(wijk=place)
    moment = f" ({when})" if when else ""
    return f"{place} koos {_count(len(names), 'thema', 'thema’s')}{moment}. {_list(names)}."


def _list(names: Sequence[str]) -> str:
    first, *others = names
    return enumerate_words([first, *(one[:1].lower() + one[1:] for one in others)]).rstrip(".")


def _count(count: int, one: str, more: str) -> str:
    return f"{number(count)} {one if count == 1 else more}"


def mix(count: int, running: int, unknown: int, themes: int) -> str:
    """How many interventions there are, and how many of them run."""
    if not count:
        return "Er zijn nog geen interventies."
    said = (
        f"{_count(count, 'interventie', 'interventies')} bij {_count(themes, 'thema', 'thema’s')}. "
    )
    said += {0: "Er loopt er geen.", 1: "Er loopt er 1."}.get(
        running, f"Er lopen er {number(running)}."
    )
    return f"{said} Van {number(unknown)} is niet bekend of het loopt." if unknown else said


def no_running(theme: str, runs: Sequence[str]) -> str:
    """Why nothing runs for a theme: there is nothing, it is not known, or it does not run (now)."""
    if not runs:
        return f"Bij ‘{theme}’ is er nog geen interventie."
    if "unknown" in runs:
        return f"Bij ‘{theme}’ is niet bekend of er iets loopt."
    return f"Bij ‘{theme}’ loopt nu niets."


def answers_needed(count: int, inhabitants: int | None, area: str) -> str:
    """How many answers per round it takes to see a change, and whether the people are there."""
    said = f"Om deze verandering te zien zijn {number(count)} antwoorden per meetronde nodig."
    if inhabitants is None:
        return said
    if count > inhabitants:
        return (
            f"{said} In {area} wonen {number(inhabitants)} mensen. "
            "Dat is te weinig: met een vragenlijst is dit doel niet te zien."
        )
    return f"{said} In {area} wonen {number(inhabitants)} mensen. Dat kan dus."


def progress(start: str, now: str, when: str, target: str, done: float | None) -> str:
    """From where to where a goal has come."""
    said = f"Het begin was {start}, nu is het {now} ({when}). De streefwaarde is {target}."
    return said if done is None else f"{said} Dat is {amount(done * 100, '%')} van de weg."


def size_between(count: float, low: float, high: float) -> str:
    """A counted number of people with its rounding interval."""
    if low == high:
        return number(count)
    return f"{number(count)} ({number(low)} tot {number(high)})"


def size_about(count: float) -> str:
    """An estimated number of people, no more precise than an estimate is."""
    rounded = count if count < 100 else round(count, 1 - len(str(int(count))) + 1)
    return f"ongeveer {number(rounded)}"


def step_name(scheme: str | None, step: int | None, source: str | None) -> str:
    """A statement about a step: which step, of what, according to whom."""
    what = WORD["scheme"].get(scheme or "", "")
    said = f"{first_upper(what)}: {step if step is not None else '?'}"
    return f"{said} ({source})" if source else said


def points(count: float) -> str:
    """Points of a vote."""
    return f"{plain_number(count)} {'punt' if count == 1 else 'punten'}"


def voters_share(share: float) -> str:
    """The share of voters that gave a theme at least one point."""
    return f"{amount(share * 100, '%')} gaf hier punten aan"


def rank_sum(total: float) -> str:
    """The sum of places in a vote by order."""
    return f"som van de plaatsen: {plain_number(total)}"


_AGREED = {
    "none": "De stemmers waren het niet eens.",
    "weak": "De stemmers waren het een beetje eens.",
    "moderate": "De stemmers waren het redelijk eens.",
    "strong": "De stemmers waren het sterk eens.",
    "unknown": "Of de stemmers het eens waren, is niet te zeggen.",
}


def agreement(w: float | None, word: str) -> str:
    """Kendall's W with its plain meaning."""
    if w is None:
        return _AGREED[word]
    return f"{_AGREED[word]} De maat daarvoor is {number(w, 2)} (Kendalls W, van 0 tot 1)."


def vote_sentence(first: Sequence[tuple[str, list[str]]]) -> str:
    """What stands first with each group that may be seen."""
    seen = [(group.lower(), names) for group, names in first if names]
    if not seen:
        return ROUND_HIDDEN
    said = [
        f"bij {group} {enumerate_words([f'‘{one}’' for one in names])}" for group, names in seen
    ]
    same = len(seen) > 1 and len({tuple(sorted(names)) for _, names in seen}) == 1
    ending = " Beide groepen zetten hetzelfde bovenaan." if same else ""
    return f"Bovenaan staat {enumerate_words(said)}.{ending}"


def decided(choice: str, by: str, when: str) -> str:
    """Who chose, named or rejected a theme and when, as far as that is known."""
    known = {
        (True, True): DECIDED,
        (True, False): DECIDED_BY,
        (False, True): DECIDED_WHEN,
        (False, False): DECIDED_UNKNOWN,
    }
    how = DECIDED_HOW[choice]
    return known[bool(by), bool(when)].format(hoe=how, wie=by, wanneer=when)


def dots_sentence(ballots: int) -> str:
    """How many ballots a count of points rests on."""
    return f"Dit zijn de punten van {_count(ballots, 'stem', 'stemmen')}."


def first_upper(text: str) -> str:
    """The text with a capital, as a heading."""
    return text[:1].upper() + text[1:]


def recognition(level: str, recognised_on: Date | None, checked_on: Date | None) -> str:
    """How an intervention is recognised, since when, and when we last checked that."""
    since = RECOGNISED_ON.format(dag=date(recognised_on)) if recognised_on else ""
    said = RECOGNISED.format(niveau=WORD["recognition"][level], wanneer=since).strip()
    checked = CHECKED_ON.format(dag=date(checked_on)) if checked_on else NOT_CHECKED
    return f"{said} {checked}"


def run_legend() -> str:
    """What the marks before interventions mean."""
    return "; ".join(f"{mark} {WORD['run'][code]}" for code, mark in RUN_MARK.items()) + "."


def reading_name(day: Date | None, source: str | None) -> str:
    """What a reading of a goal is called: its day, and where it comes from."""
    said = f"Meting van {date(day)}" if day else "Meting"
    return f"{said} ({source})" if source else said
