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

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wijzer.stats.disclosure import BadTable, Cell, Cells, Counts, Pair, Sum
from wijzer.stats.suppression import primary

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
        named = {cell for one in self._sums for cell in one.cells}.union(*self._pairs)
        self.shown = frozenset(named - hidden)
        counts = np.array([tables.cells[cell] for cell in self.cells], dtype=float)
        self._bounds = np.column_stack((-counts, (counts + _ROOM) * threshold))
        self._equal = self._matrix([_signs(one) for one in self._sums])
        self._most = self._matrix([{small: 1, big: -1} for small, big in self._pairs])
        gaps = [tables.cells[big] - tables.cells[small] for small, big in self._pairs]
        self._gaps = np.array(gaps, dtype=float)

    def _matrix(self, rows: Sequence[Mapping[Cell, int]]) -> Any:
        from scipy import sparse  # here, for it is slow to import and seldom needed

        entries = [
            (row, self.place[cell], sign)
            for row, signs in enumerate(rows)
            for cell, sign in signs.items()
            if cell in self.place
        ]
        at_row, at_cell, signs = zip(*entries, strict=True) if entries else ((), (), ())
        shape = (len(rows), len(self.cells))
        return sparse.csr_matrix((np.array(signs, dtype=float), (at_row, at_cell)), shape=shape)

    def search(self, goal: Vector) -> tuple[dict[Cell, float], Cells]:
        """How far each hidden cell moves when `goal` is made as low as can be; and what is shown
        in the rows that stop it."""
        from scipy.optimize import linprog

        found: Any = linprog(  # type: ignore[call-overload]  # its stubs know no sparse matrix
            goal,
            A_eq=self._equal if self._sums else None,
            b_eq=np.zeros(len(self._sums)) if self._sums else None,
            A_ub=self._most if self._pairs else None,
            b_ub=self._gaps if self._pairs else None,
            bounds=self._bounds,
        )
        rows: list[tuple[Cell, ...]] = [*(one.cells for one in self._sums), *self._pairs]
        weights = [*found.eqlin.marginals, *found.ineqlin.marginals]
        stops = [named for named, weight in zip(rows, weights, strict=True) if abs(weight) > _DUST]
        holding = {cell for named in stops for cell in named}
        return dict(zip(self.cells, found.x, strict=True)), frozenset(holding & self.shown)


def _way(turn: int, at: int) -> float:
    """Up or down: all of them first, then by halves, quarters and so on."""
    return -1.0 if (turn + (at >> turn // 2 if turn > 1 else 0)) % 2 else 1.0


def _signs(one: Sum) -> dict[Cell, int]:
    return {one.total: -1, **dict.fromkeys(one.parts, 1)}
