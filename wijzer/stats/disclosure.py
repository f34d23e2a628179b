"""What can be computed from counts that are shown together, and what else to hide against it.

Cells are counts of people; a `Sum` is an addition that everybody knows (three subdistricts make
the neighbourhood); a pair in `within` is a group inside another, such as the first quarter within
the first half year. Whoever reads may subtract, combine sums, and knows that no count is below 0.
Three demands, all for the threshold t:

1. No cell above 0 and below t is shown, nor a pair that differs by so few.
2. No hidden cell can be solved from what is shown. It can exactly when its unit vector lies in
   the row space of the sums over hidden cells (Gusfield 1988, SIAM J. Comput. 17:552-571).
3. What is small cannot be narrowed down to less than t wide (feasibility interval: Hundepool and
   others, Statistical Disclosure Control, 2012, ch. 4). So no sum of hidden parts is small either.

The people of `big` outside `small` are a cell of their own here, a `Gap`, which is never shown.
The outcome is the same whatever the order of what is given: ties go by the repr of a cell.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import ceil, floor, inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wijzer.stats.suppression import MIN_PEOPLE, primary

Cell = Hashable
Cells = AbstractSet[Cell]
Counts = Mapping[Cell, int]
Pair = tuple[Cell, Cell]

_PRIMES = (2_147_483_647, 2_147_483_629)  # products of two residues fit in 64 bits
_DUST = 1e-6  # a solver's error: counts are whole, so this is far below anything that matters
_ROOM = 100  # thresholds that an unknown cell may grow by at least in a search


class BadTable(ValueError):
    """Counts and relations that cannot be: a sum that does not add up, a cell that is not there."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An addition that everybody knows: the total is all of its parts together."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The total and its parts."""
        return (self.total, *self.parts)


@dataclass(frozen=True, slots=True)
class Gap:
    """The people of `big` who are not in `small`: had by subtracting, so a cell like any other."""

    small: Cell
    big: Cell


@dataclass(frozen=True, slots=True)
class _Table:
    """All counts with their relations, gaps among them, and in which order cells are given up."""

    values: dict[Cell, int]
    sums: tuple[Sum, ...]
    threshold: int
    rank: dict[Cell, tuple[int, int, str]]

    def unknown(self, hidden: Cells) -> Cells:
        """Hidden cells, and the gaps that they leave open or that must not be known."""
        gaps = {one for one in self.values if isinstance(one, Gap)}
        return hidden | {g for g in gaps if self.sensitive(g) or hidden & {g.small, g.big}}

    def sensitive(self, cell: Cell) -> bool:
        """Whether a count, or the people in a gap, are few."""
        return primary(self.values[cell], self.threshold)


@dataclass(frozen=True, slots=True)
class _Component:
    """Unknown cells that hang together by sums, those sums, and the other cells in them."""

    cells: tuple[Cell, ...]
    shown: tuple[Cell, ...]
    sums: tuple[Sum, ...]

    def matrix(self, cells: Sequence[Cell]) -> NDArray[np.int64]:
        """A row per sum, a column per cell: 1 for a part, -1 for the total."""
        place = {cell: column for column, cell in enumerate(cells)}
        found = np.zeros((len(self.sums), len(cells)), dtype=np.int64)
        for row, one in enumerate(self.sums):
            for cell in place.keys() & set(one.cells):
                found[row, place[cell]] = -1 if cell == one.total else 1
        return found


def protect(
    cells: Counts,
    sums: Sequence[Sum],
    within: Sequence[Pair] = (),
    threshold: int = MIN_PEOPLE,
    hidden: Cells = frozenset(),
    keep: Cells = frozenset(),
) -> frozenset[Cell]:
    """The cells to hide so that the three demands hold; everything else may be shown.

    `within` are pairs (small, big). `hidden` are cells that are hidden already, and stay so.
    Given up first are the smallest cells; then totals, then those in `keep`, and zeros only when
    nothing else helps. What turns out to be hidden in vain is shown again. Raises BadTable.
    """
    table = _checked(cells, sums, within, threshold, keep)
    if lost := hidden - cells.keys():
        raise BadTable(f"hidden, but not a cell: {sorted(map(repr, lost))}")
    needed = hidden | {cell for cell in cells if table.sensitive(cell)}
    found, proven = set(needed), set[_Component]()
    while choice := _helping(table, found, proven):
        found.add(min(choice, key=table.rank.__getitem__))
    for cell in sorted(found - needed, key=table.rank.__getitem__, reverse=True):
        if not _helping(table, found - {cell}, proven):
            found.remove(cell)
    return frozenset(found)


def recoverable(hidden: Cells, sums: Sequence[Sum]) -> frozenset[Cell]:
    """The hidden cells that can be solved from the others by adding and subtracting. Exact."""
    return frozenset(cell for part in _components(hidden, sums) for cell in _solved(part))


def bounds(
    cell: Cell, hidden: Cells, cells: Counts, sums: Sequence[Sum], within: Sequence[Pair] = ()
) -> tuple[float, float]:
    """The lowest and highest count that a cell can be, for who sees all cells but the hidden.

    Whole numbers; the highest is inf when nothing limits it; a cell that is shown has one value.
    `cell` may be a Gap of a pair in `within`. Raises BadTable.
    """
    table = _checked(cells, sums, within, 1, frozenset())
    unknown, value = table.unknown(hidden), table.values[cell]
    for part in _components(unknown, table.sums):
        if cell in part.cells:
            goal = np.array([[-1.0 if one == cell else 0.0 for one in part.cells]])
            up, down = (_search(table, part, sign * goal, inf) for sign in (1, -1))
            high = value + floor(_DUST - up.fun) if up.success else inf
            return value + ceil(down.fun - _DUST), high
    return (0, inf) if cell in unknown else (value, value)


def _checked(
    cells: Counts, sums: Sequence[Sum], within: Sequence[Pair], threshold: int, keep: Cells
) -> _Table:
    """The table with its gaps. Raises BadTable."""
    named = {cell for one in sums for cell in one.cells}.union(*within)
    if lost := named - cells.keys():
        raise BadTable(f"not a cell: {sorted(map(repr, lost))}")
    gaps: dict[Cell, int] = {Gap(small, big): cells[big] - cells[small] for small, big in within}
    values = {**cells, **gaps}
    if wrong := sorted(repr(cell) for cell, count in values.items() if count < 0):
        raise BadTable(f"below 0: {wrong}")
    for one in sums:
        if len(set(one.cells)) < 1 + len(one.parts) or not one.parts:
            raise BadTable(f"a cell occurs twice in a sum, or the sum is empty: {one}")
        if cells[one.total] != sum(cells[part] for part in one.parts):
            raise BadTable(f"does not add up: {one}")
    totals = {one.total for one in sums}
    rank = {
        cell: (4 * (not count) + 2 * (cell in keep) + (cell in totals), count, repr(cell))
        for cell, count in values.items()
    }
    every = {Sum(one.total, tuple(sorted(one.parts, key=repr))) for one in sums}
    every |= {Sum(big, (small, Gap(small, big))) for small, big in within}
    return _Table(values, tuple(sorted(every, key=repr)), threshold, rank)


def _helping(table: _Table, hidden: Cells, proven: set[_Component]) -> Cells:
    """Shown cells of which hiding one mends a fault; none when there is no fault.

    What is cheap goes first. Components in `proven` are good; those found good are added.
    """
    unknown = table.unknown(hidden)
    for one in table.sums:
        if choice := _helping_line(table, one, unknown):
            return choice
    for part in _components(unknown, table.sums):
        if part not in proven:
            if choice := _helping_solved(table, part) or _helping_narrow(table, part):
                return choice
            proven.add(part)
    return frozenset()


def _helping_line(table: _Table, one: Sum, unknown: Cells) -> Cells:
    """Shown cells of a sum in which one cell is unknown, or in which few people are."""
    inside = unknown & set(one.cells)
    people = 0 if one.total in inside else sum(table.values[cell] for cell in inside)
    faulty = len(inside) == 1 or primary(people, table.threshold)
    return frozenset(one.cells) - inside if faulty else frozenset()


def _helping_solved(table: _Table, part: _Component) -> Cells:
    """Shown cells from which the smallest solvable cell is computed."""
    solved = {
        cell: used
        for cell, used in _solved(part).items()
        if used and not isinstance(cell, Gap)  # a gap that is few is held to be narrow as well
    }
    return solved[min(solved, key=table.rank.__getitem__)] if solved else frozenset()


def _helping_narrow(table: _Table, part: _Component) -> Cells:
    """Shown cells that hold a small cell within less than the threshold.

    Two searches for each small cell, in one go; the multipliers of the sums tell which shown
    cells hold it back. In a single sum that `_helping_line` found good no search is needed: there
    every cell can be anything from 0 to all.
    """
    few = sorted(filter(table.sensitive, part.cells), key=table.rank.__getitem__)
    if len(part.sums) == 1 or not few:
        return frozenset()
    goals = np.zeros((len(few), 2, len(part.cells)))
    for at, cell in enumerate(few):
        goals[at, :, part.cells.index(cell)] = (-1, 1)
    found = _search(table, part, goals.reshape(2 * len(few), -1), _ROOM)
    moved = np.floor(_DUST - (goals * found.x.reshape(goals.shape)).sum(axis=2)).sum(axis=1)
    multipliers = found.eqlin.marginals.reshape(len(few), 2, -1) @ part.matrix(part.shown)
    holding = np.abs(multipliers).max(axis=1, initial=0) > _DUST
    narrow = np.flatnonzero(moved < table.threshold)
    if not narrow.size:
        return frozenset()
    used = frozenset(part.shown[column] for column in np.flatnonzero(holding[narrow[0]]))
    return used or frozenset(part.shown)


def _search(table: _Table, part: _Component, goals: NDArray[np.float64], room: float) -> Any:
    """The lowest value of each goal over all that the unknown cells can be, in one program.

    Unknowns are what is added to the true counts, so the truth is a solution: all 0.
    """
    from scipy import sparse  # here, for it is slow to import and seldom needed
    from scipy.optimize import linprog

    counts = np.array([table.values[cell] for cell in part.cells], dtype=float)
    blocks: Any = sparse.kron(np.eye(len(goals)), part.matrix(part.cells), "csr")
    edges = np.column_stack((-counts, (counts + room) * table.threshold))
    every: Any = np.tile(edges, (len(goals), 1))
    return linprog(goals.ravel(), A_eq=blocks, b_eq=np.zeros(blocks.shape[0]), bounds=every)


def _components(unknown: Cells, sums: Iterable[Sum]) -> list[_Component]:
    """Unknown cells that stand in sums, per group that hangs together, in a fixed order."""
    home: dict[Cell, list[Sum]] = {}
    for one in sums:
        near = {id(home[cell]): home[cell] for cell in one.cells if cell in home}
        group = [one, *(its for other in near.values() for its in other)]
        home |= {cell: group for its in group for cell in its.cells if cell in unknown}
    found = []
    for group in {id(its): its for its in home.values()}.values():
        every = sorted({cell for one in group for cell in one.cells}, key=repr)
        cells = tuple(cell for cell in every if cell in unknown)
        shown = tuple(cell for cell in every if cell not in unknown)
        found.append(_Component(cells, shown, tuple(sorted(group, key=repr))))
    return sorted(found, key=lambda part: repr(part.cells))


def _solved(part: _Component) -> dict[Cell, frozenset[Cell]]:
    """Cells that can be solved, each with the shown cells from which it is computed.

    Whole arithmetic modulo two primes: a cell would have to be missed in both to be missed.
    """
    width = len(part.cells)
    found: dict[Cell, frozenset[Cell]] = {}
    matrix = part.matrix((*part.cells, *part.shown))
    for prime in _PRIMES:
        for column, row in _reduced(matrix, width, prime).items():
            if np.count_nonzero(row[:width]) == 1:
                used = np.flatnonzero(row[width:])
                found[part.cells[column]] = frozenset(part.shown[at] for at in used)
    return found


def _reduced(matrix: NDArray[np.int64], width: int, prime: int) -> dict[int, NDArray[np.int64]]:
    """Gauss-Jordan over the first `width` columns: per pivot column its row, modulo a prime."""
    rows = matrix % prime
    pivots: dict[int, int] = {}
    for column in range(width):
        below = np.flatnonzero(rows[len(pivots) :, column])
        if not below.size:
            continue
        at = len(pivots)
        rows[[at, at + below[0]]] = rows[[at + below[0], at]]
        rows[at] = rows[at] * pow(int(rows[at, column]), -1, prime) % prime
        others = np.flatnonzero(rows[:, column])
        others = others[others != at]
        rows[others] = (rows[others] - rows[others, column, None] * rows[at]) % prime
        pivots[column] = at
    return {column: rows[at] for column, at in pivots.items()}
