"""Themes, plans and lessons of the neighbourhoods beside each other, as a visitor may see them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from wijzer import catalog, texts
from wijzer.lists import CODES
from wijzer.publish.compare_side import Cell, Line, Names, Side, beside, names_of
from wijzer.publish.door import Row
from wijzer.publish.entered import examples, many, of, title
from wijzer.publish.events import named
from wijzer.publish.plan import coverage, themes
from wijzer.store.entries import State

PILLARS = CODES["pillar"]
MOST_LESSONS = 5
"""Of each neighbourhood, and of those for all."""


def themes_beside(seen: State) -> Side:
    """Which themes each neighbourhood has, by domain of their figures.

    A theme stands with every domain of its figures. Chosen themes, and proposed ones with a word.
    """
    places = list(catalog.neighbourhoods())
    every = [[*themes(seen, id, "chosen"), *themes(seen, id, "proposed")] for id in places]
    chosen = [[row for row in rows if row["choice"] == "chosen"] for rows in every]
    domains = [domain for domain in catalog.domain_names() if any(map(_in(domain), _flat(every)))]
    lines = [Line(texts.THEMES_COUNT_ROW, tuple(map(_count, every)))]
    lines += [
        Line(catalog.domain_names()[domain], tuple(_names(rows, domain) for rows in every))
        for domain in domains
    ]
    if not all(_domains(row) for row in _flat(every)):
        lines.append(Line(texts.THEMES_NO_FIGURE_ROW, tuple(_names(rows, "") for rows in every)))
    shared = [one for one in domains if all(any(map(_in(one), rows)) for rows in chosen)]
    words = [catalog.domain_names()[one].lower() for one in shared]
    sentence = texts.themes_beside(_by_name([len(rows) for rows in chosen]), words)
    return beside(sentence, texts.THEMES_BESIDE_WORTH, lines, examples(_flat(every)))


def _flat(every: Iterable[Iterable[Row]]) -> list[Row]:
    return [row for rows in every for row in rows]


def _by_name(counts: Sequence[int]) -> list[tuple[str, int]]:
    names = [one.name for one in catalog.neighbourhoods().values()]
    return list(zip(names, counts, strict=True))


def _domains(row: Row) -> set[str]:
    known = catalog.indicators()
    return {known[id].domain for id in many(row, "indicators") if id in known}


def _in(domain: str) -> Callable[[Row], bool]:
    """Whether a theme belongs to a domain; to '' when it has no figures."""
    return lambda row: domain in (_domains(row) or {""})


def _count(rows: Sequence[Row]) -> str:
    counts = Counter(row["choice"] for row in rows)
    return texts.themes_count(counts["chosen"], counts["proposed"])


def _names(rows: Iterable[Row], domain: str) -> Cell:
    found = tuple(map(_theme, filter(_in(domain), rows)))
    return Names("", found) if found else texts.NOTHING_CELL


def _theme(row: Row) -> str:
    said = named(row)
    return said if row["choice"] == "chosen" else texts.THEMES_PROPOSED_NAME.format(naam=said)


def themes_listed(seen: State) -> Side:
    """Every chosen theme: why, when, who decided, and how residents took part."""
    rows = [
        (place.name, *_decided(seen, row))
        for place in catalog.neighbourhoods().values()
        for row in themes(seen, place.id, "chosen")
    ]
    every = [row for id in catalog.neighbourhoods() for row in themes(seen, id, "chosen")]
    return Side("", "", texts.THEMES_LISTED_HEADER, tuple(rows), examples(every))


def _decided(seen: State, row: Row) -> tuple[str, ...]:
    meeting = seen["meeting"].get(row["meeting"] or "")
    day = texts.date(meeting["day"]) if meeting and meeting["day"] else ""
    rung = texts.WORD["rung"][row["rung"]] if row["rung"] else ""
    return (
        named(row),
        row["why"] or row["reason"] or texts.NO_REASON,
        row["period"] or day or texts.NOT_KNOWN,
        row["decided_by"] or texts.NOT_KNOWN,
        rung or texts.NOT_KNOWN,
    )


def plans_beside(seen: State) -> Side:
    """The mix of interventions by pillar, themes without any that runs, and the monitor plan."""
    places = list(catalog.neighbourhoods())
    every = [of(seen, "intervention", id) for id in places]
    lines = [
        Line(texts.first_upper(texts.WORD["pillar"][pillar]),
             tuple(_mix([row for row in rows if pillar in many(row, "pillars")]) for rows in every))
        for pillar in PILLARS
    ]  # fmt: skip
    without = [[row for row in rows if not many(row, "pillars")] for rows in every]
    if any(without):
        lines.append(Line(texts.MIX_NO_PILLAR_ROW, tuple(map(_mix, without))))
    lines += [
        Line(texts.MIX_IDLE_ROW, tuple(_idle(seen, id) for id in places)),
        Line(texts.BESIDE_PLAN, tuple(plan_word(seen, id) for id in places)),
    ]
    running = [[row for row in rows if row["run"] == "running"] for rows in every]
    used = {pillar for row in _flat(running) for pillar in many(row, "pillars")}
    lacking = [texts.WORD["pillar"][one] for one in PILLARS if one not in used]
    sentence = texts.plans_beside(_by_name([len(rows) for rows in running]), lacking)
    return beside(sentence, texts.PLANS_BESIDE_WORTH, lines, examples(_flat(every)))


def _mix(rows: Sequence[Row]) -> Cell:
    """How many, how many of them run, and their names: first those that run."""
    if not rows:
        return texts.NOTHING_HERE
    running = sum(row["run"] == "running" for row in rows)
    ordered = sorted(rows, key=lambda row: row["run"] != "running")
    names = tuple(f"{texts.RUN_MARK[row['run']]} {named(row)}" for row in ordered)
    return Names(texts.mix_count(len(rows), running), names)


def _idle(seen: State, neighbourhood: str) -> Cell:
    """Chosen themes of which no intervention runs."""
    chosen = themes(seen, neighbourhood, "chosen")
    if not chosen:
        return texts.NO_CHOSEN
    lacking = coverage(chosen, of(seen, "intervention", neighbourhood)).uncovered
    names = tuple(title(row) for row in chosen if row["id"] in lacking)
    return Names("", names) if names else texts.COVER_ALL


def plan_state(seen: State, neighbourhood: str) -> str:
    """Whether a neighbourhood has a monitor plan: present, absent or unknown."""
    if of(seen, "monitor_plan", neighbourhood):
        return "present"
    return next((str(row["monitor"]) for row in of(seen, "plan", neighbourhood)), "unknown")


def plan_word(seen: State, neighbourhood: str) -> str:
    """The same in words: none is a normal state."""
    return texts.BESIDE_PLAN_WORD[plan_state(seen, neighbourhood)]


def lessons(seen: State) -> list[tuple[str, Row]]:
    """The newest lessons, as (for whom, lesson): first those for all, then per neighbourhood."""
    rows = sorted(seen["lesson"].values(), key=_newest)
    central = [row for row in rows if row["scope"] == "central"][:MOST_LESSONS]
    found = [(texts.LESSONS_FOR_ALL, row) for row in central]
    for place in catalog.neighbourhoods().values():
        mine = [row for row in rows if _local(row, place.id)]
        found += [(place.name, row) for row in mine[:MOST_LESSONS]]
    return found


def _newest(row: Row) -> tuple[int, str]:
    day = row["day"] or date.min
    return -day.toordinal(), str(row["id"])


def _local(row: Row, neighbourhood: str) -> bool:
    return bool(row["scope"] != "central" and row["neighbourhood"] == neighbourhood)


def lessons_listed(found: Sequence[tuple[str, Row]], seen: State) -> Side:
    """These lessons as a table, and how many there are in all."""
    rows = [(whom, *_lesson(row)) for whom, row in found]
    every = list(seen["lesson"].values())
    places = catalog.neighbourhoods()
    none = [not any(row["neighbourhood"] == id for row in every) for id in places]
    central = sum(row["scope"] == "central" for row in every)
    sentence = texts.lessons_beside(len(every), central, names_of(none))
    worth = texts.LESSONS_BESIDE_WORTH if every else texts.LESSONS_EMPTY
    return Side(
        sentence, worth, texts.LESSONS_BESIDE_HEADER, tuple(rows),
        examples(row for _, row in found),
    )  # fmt: skip


def _lesson(row: Row) -> tuple[str, ...]:
    found = catalog.indicators().get(row["indicator"] or "")
    return (
        texts.date(row["day"]) if row["day"] else texts.NOT_KNOWN,
        named(row),
        row["insight"] or row["observation"] or texts.NOTHING_CELL,
        row["next_step"] or texts.NOTHING_CELL,
        found.name if found else texts.NOTHING_CELL,
    )
