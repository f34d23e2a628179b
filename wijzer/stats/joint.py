"""What to hide in many tables that are shown together: as `disclosure`, for hundreds of cells.

`disclosure.protect` is right for one table or two. A page has forty that lie in each other: an
intervention in its theme, a year in all years. Who reads them puts all of them together, so they
are judged together here. Cells, sums and pairs are those of `disclosure`; the demands are its
first and third, for every cell and every gap of a pair that is small: it is not shown, and it
cannot be narrowed down to less than the threshold. So it cannot be solved either.

The proof is by example: a way to fill in all hidden cells that agrees with all that is shown. One
such example moves many cells at once, and stays good when more is hidden; so each is looked for
once. A cell without enough room gives the shown cells that hold it, of which the least is hidden.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wijzer.stats.disclosure import BadTable, Cell, Cells, Counts, Pair, Sum
from wijzer.stats.suppression import primary

if TYPE_CHECKING:
    from highspy import Highs

Vector = NDArray[np.float64]
_DUST = 1e-6  # a solver's error: counts are whole, so this is far below anything that matters
_ROOM = 100  # thresholds that an unknown cell may grow by in a search
_MIXES = 6  # searches that move many cells at once, before each cell has its own


@dataclass(frozen=True, slots=True)
class Together:
    """All tables of a page: counts, what adds up to what, what lies in what.

    `rank` tells what is given up first: the lowest. Raises BadTable when it does not add up.
    """

    cells: Counts
    sums: tuple[Sum, ...]
    within: tuple[Pair, ...]
    rank: Mapping[Cell, tuple[Any, ...]]

    def __post_init__(self) -> None:
        for one in self.sums:
            if self.cells[one.total] != sum(self.cells[part] for part in one.parts):
                raise BadTable(f"does not add up: {one}")
        for small, big in self.within:
            if self.cells[small] > self.cells[big]:
                raise BadTable(f"does not lie in it: {small!r} in {big!r}")

    def least(self, cells: Iterable[Cell]) -> Cell:
        """The cell that is given up first."""
        return min(cells, key=self.rank.__getitem__)


def protect(tables: Together, threshold: int, hidden: Cells = frozenset()) -> frozenset[Cell]:
    """The cells to hide; everything else may be shown. `hidden` are hidden already."""
    found = set(hidden) | {cell for cell, n in tables.cells.items() if primary(n, threshold)}
    proof = _Proof(tables, threshold)
    while choice := _plain(tables, threshold, found) or proof.lacking(frozenset(found)):
        found |= choice
    return frozenset(found)


def _plain(tables: Together, threshold: int, hidden: Cells) -> Cells:
    """What must be hidden at sight: one of two that differ by few, one beside few in a sum."""
    counts = tables.cells
    found = {
        tables.least(pair)
        for pair in tables.within
        if primary(counts[pair[1]] - counts[pair[0]], threshold) and not hidden & set(pair)
    }
    for one in tables.sums:
        inside = hidden & set(one.cells)
        people = 0 if one.total in inside else sum(counts[cell] for cell in inside)
        shown = set(one.cells) - inside
        if shown and (len(inside) == 1 or primary(people, threshold)) and not found & shown:
            found.add(tables.least(shown))
    return found


@dataclass(slots=True)
class _Goal:
    """A small count to keep from being known: `cell`, or what `big` has more than `cell`.

    `up` and `down` are how far it was seen to move.
    """

    cell: Cell
    big: Cell | None
    up: float = 0.0
    down: float = 0.0

    @property
    def room(self) -> int:
        return int(np.floor(self.up + _DUST) + np.floor(self.down + _DUST))

    def seen(self, moved: Mapping[Cell, float]) -> None:
        own = moved.get(self.cell, 0.0)
        by = own if self.big is None else moved.get(self.big, 0.0) - own
        self.up, self.down = max(self.up, by), max(self.down, -by)


class _Proof:
    """What was seen to be possible so far, for each small count."""

    def __init__(self, tables: Together, threshold: int) -> None:
        self._tables, self._threshold = tables, threshold
        counts = tables.cells
        self._goals = [_Goal(cell, None) for cell, n in counts.items() if primary(n, threshold)]
        self._goals += [
            _Goal(small, big)
            for small, big in tables.within
            if primary(counts[big] - counts[small], threshold)
        ]

    def lacking(self, hidden: Cells) -> Cells:
        """A shown cell that must be hidden too; none when every small count has room."""
        program = _Program(self._tables, hidden, self._threshold)
        for turn in range(_MIXES):
            if few := self._few():
                self._look(program, {at: _way(turn, at) for at in few})
        for at in self._few():
            if choice := self._alone(program, at):
                return choice
        return frozenset()

    def _few(self) -> list[int]:
        """The places of the goals that were not seen to move far enough."""
        return [at for at, one in enumerate(self._goals) if one.room < self._threshold]

    def _alone(self, program: "_Program", at: int) -> Cells:
        holding: set[Cell] = set()
        for way in (-1.0, 1.0):
            holding |= self._look(program, {at: way})
            if self._goals[at].room >= self._threshold:
                return frozenset()
        shown = holding or program.shown
        return frozenset({self._tables.least(shown)}) if shown else frozenset()

    def _look(self, program: "_Program", ways: Mapping[int, float]) -> Cells:
        """Move goals up (-1) or down (1) as far as they go; the shown cells that stop them."""
        goal = np.zeros(len(program.cells))
        for at, way in ways.items():
            one = self._goals[at]
            for cell, sign in ((one.cell, 1.0 if one.big is None else -1.0), (one.big, 1.0)):
                if cell in program.place:
                    goal[program.place[cell]] += way * sign
        moved, holding = program.search(goal)
        for one in self._goals:
            one.seen(moved)
        return holding


class _Program:
    """All that the hidden cells can be, as a linear program in what is added to the true counts.

    So the truth is all 0. A row per sum and per pair with a hidden cell.
    """

    def __init__(self, tables: Together, hidden: Cells, threshold: int) -> None:
        self.cells = sorted(hidden, key=tables.rank.__getitem__)
        self.place: dict[Cell | None, int] = {cell: at for at, cell in enumerate(self.cells)}
        self._sums = [one for one in tables.sums if hidden & set(one.cells)]
        self._pairs = [pair for pair in tables.within if hidden & set(pair)]
        self._rows = [*(one.cells for one in self._sums), *self._pairs]
        self.shown = frozenset({cell for row in self._rows for cell in row} - hidden)
        self._solver = self._made(tables, threshold)

    def _made(self, tables: Together, threshold: int) -> "Highs":
        """The program with nothing to look for yet. Each search goes on from where the one before
        ended, instead of beginning anew."""
        import highspy  # here, for it is slow to import and seldom needed

        counts = np.array([tables.cells[cell] for cell in self.cells], dtype=float)
        gaps = [tables.cells[big] - tables.cells[small] for small, big in self._pairs]
        signs = [_signs(one) for one in self._sums]
        signs += [{small: 1, big: -1} for small, big in self._pairs]
        entries = [
            [(self.place[cell], sign) for cell, sign in row.items() if cell in self.place]
            for row in signs
        ]
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.cells), len(entries)
        program.col_cost_ = np.zeros(len(self.cells))
        program.col_lower_, program.col_upper_ = -counts, (counts + _ROOM) * threshold
        program.row_lower_ = np.array([0.0] * len(self._sums) + [-highspy.kHighsInf] * len(gaps))
        program.row_upper_ = np.array([0.0] * len(self._sums) + gaps, dtype=float)
        matrix = program.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.cumsum([0, *map(len, entries)], dtype=np.int32)
        matrix.index_ = np.array([at for row in entries for at, _ in row], dtype=np.int32)
        matrix.value_ = np.array([sign for row in entries for _, sign in row], dtype=float)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        solver.passModel(program)
        return solver

    def search(self, goal: Vector) -> tuple[dict[Cell, float], Cells]:
        """How far each hidden cell moves when `goal` is made as low as can be; and what is shown
        in the rows that stop it."""
        self._solver.changeColsCost(len(goal), np.arange(len(goal), dtype=np.int32), goal)
        self._solver.run()
        if (status := self._solver.getModelStatus()).name != "kOptimal":
            raise ArithmeticError(f"no way to fill in the hidden cells: {status.name}")
        found = self._solver.getSolution()
        weights = zip(self._rows, found.row_dual, strict=True)
        holding = {cell for named, weight in weights if abs(weight) > _DUST for cell in named}
        return dict(zip(self.cells, found.col_value, strict=True)), frozenset(holding & self.shown)


def _way(turn: int, at: int) -> float:
    """Up or down: all of them first, then by halves, quarters and so on."""
    return -1.0 if (turn + (at >> turn // 2 if turn > 1 else 0)) % 2 else 1.0


def _signs(one: Sum) -> dict[Cell, int]:
    return {one.total: -1, **dict.fromkeys(one.parts, 1)}
