"""How large a target group is, how that was made, and how far rounding can be off."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Known:
    """The size of a group of people with its interval, its year, and whether it is an estimate."""

    size: Size
    year: int | None
    estimate: bool = False


def known_size(store: Store, row: Row) -> Known | None:
    """The size of a target group as a number; None when nobody counted it. `row` with its own
    `size` as a number that this visitor may read."""
    if row["method"] == "population":
        return counted(store, row["area"] or "", *_asked(row))
    if row["method"] == "share":
        found = _share(store, row)
        return Known(found[0], found[2], estimate=True) if found else None
    own = row["size"]
    return None if own is None else Known(Size(own, own, own), None, estimate=True)


def _asked(row: Row) -> tuple[str, str]:
    trait = row["trait"] or "total"
    return trait, row["category"] or _WHOLE.get(trait, "")


def _counted(store: Store, row: Row) -> tuple[str, str]:
    found = counted(store, row["area"] or "", *_asked(row))
    if found is None:
        return texts.SIZE_UNKNOWN, texts.SIZE_NO_COUNT
    size = found.size
    told = texts.size_between(size.count, size.low, size.high)
    return told, texts.SIZE_COUNTED.format(jaar=found.year)


def counted(store: Store, area: str, trait: str, category: str) -> Known | None:
    """People of a group as CBS counted them; None where it gives no number."""
    rows = population.population(store, area)
    mine = records(rows[(rows["trait"] == trait) & (rows["category"] == category)])
    if not mine or real(mine[0]["count"]) is None:
        return None
    size = people.counted(float(mine[0]["count"]), int(mine[0]["rounding"]))
    return Known(size, int(mine[0]["year"]))


def categories(store: Store, area: str, trait: str) -> tuple[str, ...]:
    """The groups by which CBS divides the newest year of a trait."""
    rows = population.population(store, area)
    return tuple(rows.loc[(rows["trait"] == trait) & rows["count"].notna(), "category"])


def _estimated(store: Store, row: Row) -> tuple[str, str]:
    found = _share(store, row)
    if found is None:
        return texts.SIZE_UNKNOWN, texts.SIZE_NO_SHARE
    size, share, year = found
    how = texts.SIZE_ESTIMATED.format(
        aandeel=texts.amount(share, "%"),
        cijfer=catalog.indicator(row["indicator"]).name,
        jaar=year,
        laag=texts.number(size.low),
        hoog=texts.number(size.high),
    )
    return texts.size_about(size.count), how


def _share(store: Store, row: Row) -> tuple[Size, float, int] | None:
    """A share of inhabitants as a number of people, the share, and its year."""
    one = catalog.indicators().get(row["indicator"] or "")
    inhabitants = _of_age(store, row["area"] or "", one.weight) if one else None
    if one is None or one.unit != "%" or inhabitants is None:
        return None
    rows = protected(figures.profile(store, row["area"]))
    mine = [found for found in records(rows) if found["indicator"] == one.id]
    share = real(mine[0]["value"]) if mine else None
    if share is None:
        return None
    return people.part(share / 100, inhabitants), share, int(mine[0]["year"])


def _of_age(store: Store, area: str, weight: Weight) -> Size | None:
    """The people that a share is a share of: adults, people of 65 and older, or everybody."""
    if weight is Weight.AGE_65PLUS:
        found = counted(store, area, "age", "65+")
        return found.size if found else None
    known = counted(store, area, "total", "all")
    every = known.size if known else None
    if every is None or weight is not Weight.AGE_18PLUS:
        return every
    parts = [counted(store, area, "age", band) for band in ("0-15", "15-25")]
    grown = people.adults(every.count, *(found.size.count if found else None for found in parts))
    if grown is None:
        return None
    off = every.high - every.count
    return Size(grown, max(0.0, grown - off), grown + off)


def _own(store: Store, row: Row) -> tuple[str, str]:
    unknown = row["size_text"] == texts.SIZE_UNKNOWN
    return row["size_text"], row["how"] or (
        texts.SIZE_NOBODY_COUNTED if unknown else texts.SIZE_OWN
    )
