"""Who answered, and which groups of them may be told apart: one decision for all views.

A group is everybody of an intervention, of a theme or of a subdistrict, or all together; the two
are not crossed, for what is finer would be hidden nearly everywhere. All groups of one version
stand in one table that adds up: areas to the whole, interventions to their theme and to everybody.
A number is told of a group when enough people are in it, and when nothing small can be had by
subtracting groups that are told (stats.disclosure): so a group whose rest within a told group is
small is not told. What the team does not see nobody sees. Each question (who was asked, who
answered twice, who got better) is a table of its own, and is decided once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from wijzer import access
from wijzer.instruments import Instrument, instruments
from wijzer.model import Role
from wijzer.publish.door import Row
from wijzer.publish.entered import FEWEST_ANSWERS
from wijzer.stats import disclosure, scales
from wijzer.stats.disclosure import Sum
from wijzer.stats.missing import known

ALL = "*"
OUTSIDE, UNKNOWN = "outside", "unknown"
Group = tuple[str, str]
"""An intervention, a theme or ALL (or '' for no intervention), and an area or ALL."""
EVERYBODY: Group = (ALL, ALL)
START = 0
"""The number of the first round."""
_THRESHOLDS = sorted({*access.SMALLEST.values(), *FEWEST_ANSWERS.values()})


@dataclass(frozen=True, slots=True)
class Reply:
    """One sheet: what became of it, the answers by item, and the scores by scale.

    Both are empty when nothing was filled in, or with another version of the scoring.
    """

    state: str
    version: str
    answers: Mapping[str, float | None]
    scores: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One person with one questionnaire: where they belong, and the reply in each round."""

    intervention: str
    area: str
    replies: Mapping[int, Reply]

    def score(self, number: int, scale: str) -> float | None:
        """The score in a round, None when there is none."""
        reply = self.replies.get(number)
        return reply.scores.get(scale) if reply else None

    def valid(self, number: int, scale: str) -> bool:
        """Whether there is a score in a round."""
        return known(self.score(number, scale))

    def paired(self, number: int, scale: str) -> bool:
        """Whether there is a score at the start and in a round."""
        return self.valid(START, scale) and self.valid(number, scale)

    def due(self, number: int, scale: str) -> bool:
        """Whether somebody with a score at the start was asked again; who left early was."""
        return self.valid(START, scale) and number in self.replies

    def other_version(self, number: int, version: str) -> bool:
        """Whether both rounds were filled in, but not with the scoring in use."""
        both = [self.replies.get(START), self.replies.get(number)]
        found = [one for one in both if one and one.state == "answered"]
        return len(found) == 2 and any(one.version != version for one in found)


Has = Callable[[Asked], bool]
"""A yes/no question about one person."""


class Answers:
    """All sheets of one neighbourhood in one version of the register."""

    def __init__(
        self,
        rows: Iterable[Row],
        themes: Mapping[str, Sequence[str]],
        areas: Sequence[str],
        forms: Mapping[str, Instrument] | None = None,
    ) -> None:
        """`rows` from store.healthier.sheets; `themes` of each intervention; the subdistricts."""
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            self._rows.setdefault(row["instrument"], []).append(row)
        self._forms = instruments() if forms is None else forms
        asked = {row["intervention"] for found in self._rows.values() for row in found}
        self._themes = {id: tuple(found) for id, found in themes.items() if id in asked}
        self._areas = (*areas, OUTSIDE, UNKNOWN)
        self._sums = self._relations()
        self._counts: dict[tuple[str, str], dict[Group, int]] = {}
        self._decided: dict[tuple[str, str, int], frozenset[Group]] = {}
        self.asked: Callable[[str], tuple[Asked, ...]] = cache(self._asked)

    @property
    def instruments(self) -> tuple[str, ...]:
        """Instruments with at least one sheet, in the order of their files."""
        return tuple(id for id in self._forms if id in self._rows)

    def form(self, instrument: str) -> Instrument:
        """The instrument with this id. Raises KeyError."""
        return self._forms[instrument]

    def numbers(self, instrument: str) -> tuple[int, ...]:
        """Rounds in which this instrument was given out."""
        return tuple(sorted({row["number"] for row in self._rows.get(instrument, ())}))

    def example(self, instrument: str = "") -> bool:
        """Whether any sheet (of this instrument, or of all) is invented."""
        chosen = [self._rows.get(instrument, [])] if instrument else self._rows.values()
        return any(row["example"] for rows in chosen for row in rows)

    def divides(self, group: Group) -> bool:
        """Whether this is one of the groups that are told apart."""
        return any(group in one.cells for one in self._sums)

    def within(self, instrument: str, group: Group) -> tuple[Asked, ...]:
        """Everybody in a group who was given this instrument."""
        return tuple(one for one in self.asked(instrument) if group in self._groups(one))

    def shown(self, instrument: str, question: str, has: Has, group: Group, role: Role) -> bool:
        """Whether statistics of the people in a group for whom `has` holds may be told.

        `question` names what `has` asks. Enough answers: 10 for the team, 30 for the public.
        """
        counts = self._count(instrument, question, has)
        closed = self._closed(instrument, question, has, FEWEST_ANSWERS[role])
        return group not in closed and counts.get(group, 0) > 0

    def counted(self, instrument: str, question: str, has: Has, group: Group, role: Role) -> bool:
        """Whether the number of these people may be told: from 5 for the team, 10 for the public.

        That there is nobody may be told too. A group that is not `counted` is never `shown`.
        """
        closed = self._closed(instrument, question, has, access.SMALLEST[role])
        return self.divides(group) and group not in closed

    def _closed(self, instrument: str, question: str, has: Has, smallest: int) -> frozenset[Group]:
        """Groups that are hidden at a threshold: those of the threshold below it among them."""
        key = instrument, question, smallest
        if key not in self._decided:
            below = [one for one in _THRESHOLDS if one < smallest]
            before = self._closed(instrument, question, has, max(below)) if below else frozenset()
            counts = self._count(instrument, question, has)
            found = disclosure.protect(counts, self._sums, (), smallest, before)  # type: ignore[arg-type]
            self._decided[key] = frozenset(found)  # type: ignore[arg-type]
        return self._decided[key]

    def _count(self, instrument: str, question: str, has: Has) -> dict[Group, int]:
        """How many people in each group; counted once for each question."""
        key = instrument, question
        if key not in self._counts:
            self._counts[key] = self._counted(instrument, has)
        return self._counts[key]

    def _counted(self, instrument: str, has: Has) -> dict[Group, int]:
        found = {cell: 0 for one in self._sums for cell in one.cells}
        for one in self.asked(instrument):
            if has(one):
                for group in self._groups(one):
                    found[group] += 1
        return found  # type: ignore[return-value]

    def _groups(self, one: Asked) -> list[Group]:
        own = one.intervention if one.intervention in self._themes else ""
        area = one.area if one.area in self._areas else UNKNOWN
        slices = [own, *self._themes.get(own, ())]
        return [EVERYBODY, (ALL, area), *((slice, ALL) for slice in slices)]

    def _relations(self) -> tuple[Sum, ...]:
        """What everybody can add up: areas to all areas, interventions to themes and to all."""
        parts = {ALL: (*self._themes, "")}
        for id, found in self._themes.items():
            for theme in found:
                parts[theme] = (*parts.get(theme, ()), id)
        across = [Sum((whole, ALL), tuple((id, ALL) for id in ids)) for whole, ids in parts.items()]
        return (Sum(EVERYBODY, tuple((ALL, area) for area in self._areas)), *across)

    def _asked(self, instrument: str) -> tuple[Asked, ...]:
        form, people = self._forms[instrument], dict[int, list[Row]]()
        for row in self._rows.get(instrument, ()):
            people.setdefault(row["person"], []).append(row)
        means = {number: self._means(form, number) for number in self.numbers(instrument)}
        return tuple(_person(form, rows, means) for rows in people.values())

    def _means(self, form: Instrument, number: int) -> dict[str, float]:
        """Mean of each item in a round, for scales in which it stands in for a missing answer."""
        if not any(one.impute == "item_mean" for one in form.scales):
            return {}
        rows = [row for row in self._rows[form.id] if row["number"] == number]
        return scales.item_means(form, [found for row in rows if (found := _given(form, row))])


def _person(form: Instrument, rows: list[Row], means: Mapping[int, dict[str, float]]) -> Asked:
    first = min(rows, key=lambda row: int(row["number"]))
    replies = {row["number"]: _reply(form, row, means[row["number"]]) for row in rows}
    return Asked(first["intervention"], first["area"], replies)


def _reply(form: Instrument, row: Row, means: Mapping[str, float]) -> Reply:
    given = _given(form, row)
    scores = scales.score(form, given, means) if given else {}
    return Reply(row["answered"], row["version"], given, scores)


def _given(form: Instrument, row: Row) -> dict[str, float | None]:
    """The answers by item; none with another scoring, or when the instrument cannot score them."""
    answers = row["answers"]
    usable = form.ready and row["version"] == form.version
    if not usable or answers is None or len(answers) != len(form.items):
        return {}
    given = {one.id: answer for one, answer in zip(form.items, answers, strict=True)}
    try:
        scales.score(form, given)
    except scales.BadAnswer:
        return {}
    return given
