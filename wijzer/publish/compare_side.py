"""Things laid beside each other per neighbourhood, and when that does not hold."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from wijzer import catalog, texts


@dataclass(frozen=True, slots=True)
class Names:
    """A cell with names under each other; as text they stand behind each other."""

    said: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.said}: {'; '.join(self.names)}" if self.said else "; ".join(self.names)


Cell = str | Names


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is compared: a cell per neighbourhood, and why they cannot be compared."""

    name: str
    cells: tuple[Cell, ...]
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One part of the comparison: a sentence, what it is worth, and a table.

    `rows` begin with what is compared. `example` when anything in it is invented.
    """

    sentence: str
    worth: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    example: bool


def beside(sentence: str, worth: str, lines: Iterable[Line], example: bool) -> Side:
    """A part with a column per neighbourhood; the last says per row what is not comparable."""
    every, names = list(lines), [one.name for one in catalog.neighbourhoods().values()]
    flagged = any(line.flag for line in every)
    header = (texts.BESIDE_WHAT, *names, *([texts.BESIDE_FLAG] if flagged else []))
    rows = [
        (line.name, *line.cells, *([line.flag or texts.NOTHING_CELL] if flagged else []))
        for line in every
    ]
    return Side(sentence, worth, header, tuple(rows), example)


def unlike(said: str, found: Sequence[Hashable | None], words: Sequence[str]) -> str:
    """`said` with the words per neighbourhood when what was found is not the same in all of which
    it is known."""
    known = {one for one in found if one is not None}
    if len(known) < 2:
        return ""
    return said.format(wat=_by_place(found, words))


def _by_place(found: Sequence[Hashable | None], words: Sequence[str]) -> str:
    names = [one.name for one in catalog.neighbourhoods().values()]
    told = zip(names, found, words, strict=True)
    return "; ".join(f"{name}: {word}" for name, one, word in told if one is not None)


def names_of(wanted: Sequence[bool]) -> str:
    """The neighbourhoods for which this holds, as words."""
    places = catalog.neighbourhoods().values()
    return texts.enumerate_words(
        [one.name for one, holds in zip(places, wanted, strict=True) if holds]
    )
