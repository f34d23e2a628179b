"""How large a target group is, how that was made, and how far rounding can be off."""

from wijzer import catalog, texts
from wijzer.model import Weight
from wijzer.publish.door import Row, protected, real, records
from wijzer.stats import people
from wijzer.stats.people import Size
from wijzer.store import figures, population
from wijzer.store.database import Store

_WHOLE = {"total": "all", "household": "all"}


def size(store: Store, row: Row) -> tuple[str, str]:
    """The size of a target group as text, and how it was made, both as sentences or words.

    A counted group has the rounding interval of CBS; a share of inhabitants is an estimate, and
    its interval is that of the rounding alone. A group that nobody counted says so.
    """
    way = {"population": _counted, "share": _estimated, "own": _own}[row["method"]]
    return way(store, row)


def _counted(store: Store, row: Row) -> tuple[str, str]:
    trait = row["trait"] or "total"
    wanted = row["category"] or _WHOLE.get(trait, "")
    found = _count(store, row["area"] or "", trait, wanted)
    if found is None:
        return texts.SIZE_UNKNOWN, texts.SIZE_NO_COUNT
    size, year = found
    return texts.size_between(size.count, size.low, size.high), texts.SIZE_COUNTED.format(jaar=year)


def _count(store: Store, area: str, trait: str, category: str) -> tuple[Size, int] | None:
    rows = population.population(store, area)
    mine = records(rows[(rows["trait"] == trait) & (rows["category"] == category)])
    if not mine or real(mine[0]["count"]) is None:
        return None
    return people.counted(float(mine[0]["count"]), int(mine[0]["rounding"])), int(mine[0]["year"])


def _estimated(store: Store, row: Row) -> tuple[str, str]:
    one = catalog.indicators().get(row["indicator"] or "")
    inhabitants = _of_age(store, row["area"] or "", one.weight) if one else None
    if one is None or one.unit != "%" or inhabitants is None:
        return texts.SIZE_UNKNOWN, texts.SIZE_NO_SHARE
    rows = protected(figures.profile(store, row["area"]))
    mine = [found for found in records(rows) if found["indicator"] == one.id]
    share = real(mine[0]["value"]) if mine else None
    if share is None:
        return texts.SIZE_UNKNOWN, texts.SIZE_NO_SHARE
    size = people.part(share / 100, inhabitants)
    how = texts.SIZE_ESTIMATED.format(
        aandeel=texts.amount(share, "%"),
        cijfer=one.name,
        jaar=int(mine[0]["year"]),
        laag=texts.number(size.low),
        hoog=texts.number(size.high),
    )
    return texts.size_about(size.count), how


def _of_age(store: Store, area: str, weight: Weight) -> Size | None:
    """The people that a share is a share of: adults, people of 65 and older, or everybody."""
    if weight is Weight.AGE_65PLUS:
        found = _count(store, area, "age", "65+")
        return found[0] if found else None
    every = _count(store, area, "total", "all")
    if every is None or weight is not Weight.AGE_18PLUS:
        return every[0] if every else None
    parts = [_count(store, area, "age", band) for band in ("0-15", "15-25")]
    grown = people.adults(every[0].count, *(found[0].count if found else None for found in parts))
    if grown is None:
        return None
    off = every[0].high - every[0].count
    return Size(grown, max(0.0, grown - off), grown + off)


def _own(store: Store, row: Row) -> tuple[str, str]:
    unknown = row["size_text"] == texts.SIZE_UNKNOWN
    return row["size_text"], row["how"] or (
        texts.SIZE_NOBODY_COUNTED if unknown else texts.SIZE_OWN
    )
