"""The cached door of the pages: one line per question, keyed on the build of the figures.

What is kept is shared by all visitors and never changed by a page.
"""

import os
from collections.abc import Callable
from functools import cache, lru_cache, wraps
from pathlib import Path
from threading import Lock
from typing import ParamSpec, TypeVar

import pandas as pd

from wijzer import catalog, publish
from wijzer.ingest.monitor import examples
from wijzer.maps import scale
from wijzer.model import Area, Sign
from wijzer.store import content
from wijzer.store.database import Store, StoreMissing, open_figures
from wijzer.store.register import Register
from wijzer.ui import map_pictures, pictures
from wijzer.ui.map_pictures import Map, MapWish
from wijzer.ui.pictures import COUNTRY, Picture

P = ParamSpec("P")
T = TypeVar("T")


@cache
def _store(folder: str | None) -> Store:
    return open_figures(Path(folder) if folder else None)


def store() -> Store:
    """The store of this process; it follows a new build by itself."""
    return _store(os.environ.get("WIJZER_STORE"))


_opening = Lock()
_registers: dict[str, Register] = {}


def register() -> Register:
    """The register of this process, opened at the first question. Raises RegisterError."""
    where = _where()
    with _opening:
        if where not in _registers:
            examples_too = not os.environ.get("WIJZER_EMPTY")
            _registers[where] = content.open_register(examples=examples_too, more=examples.load)
        return _registers[where]


def is_open() -> bool:
    """Whether the register that the environment names was opened already."""
    return _where() in _registers


def forget() -> None:
    """Close the register that the environment names; the next question opens it again."""
    with _opening:
        if found := _registers.pop(_where(), None):
            found.close()


def _where() -> str:
    """What `register_folder` looks at; making a path of it would cost every page a millisecond."""
    return os.environ.get("WIJZER_REGISTER") or f"{os.environ.get('WIJZER_STORE')}/register"


def available() -> bool:
    """Whether there are figures to show; the frame says so when there are none."""
    try:
        return bool(version())
    except StoreMissing:
        return False


def warm() -> None:
    """Make what nearly every visitor asks for: the profiles and their pictures by domain."""
    for position, one in enumerate(catalog.neighbourhoods().values()):
        people_pictures(one.code, position)
        for row in publish.stand_out(profile(one.code), Sign.UNFAVOURABLE, 1):
            trend_picture(row["indicator"], one.code, position)
        for domain in catalog.DOMAINS:
            spine_picture(one.code, domain.id)


def version() -> str:
    """Which build of the figures is served now."""
    return store().version


def kept(question: Callable[P, T]) -> Callable[P, T]:
    """Keep the answers to a question, per build of the figures.

    Not with st.cache_resource: a look-up there takes 0.3 ms, and a page makes hundreds.
    """

    @lru_cache(maxsize=300)
    def answer(version: str, *args: P.args, **kwargs: P.kwargs) -> T:
        return question(*args, **kwargs)

    @wraps(question)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        return answer(version(), *args, **kwargs)  # type: ignore[arg-type]

    return asked


@kept
def areas() -> dict[str, Area]:
    """See publish.areas."""
    return publish.areas(store())


@kept
def shapes(layer: str) -> pd.DataFrame:
    """See publish.shapes."""
    return publish.shapes(store(), layer)


@kept
def years(indicator: str) -> list[int]:
    """See publish.years."""
    return publish.years(store(), indicator)


@kept
def newest() -> int:
    """See publish.newest."""
    return publish.newest(store())


@kept
def sources() -> list[publish.Row]:
    """See publish.sources."""
    return publish.records(publish.sources(store()))


@kept
def build() -> publish.Row:
    """See publish.build: version, built_at and data_date."""
    return publish.records(publish.build(store()))[0]


@kept
def inhabitants(area: str) -> tuple[int | None, int | None]:
    """See publish.inhabitants."""
    return publish.inhabitants(store(), area)


@kept
def profile(area: str, year: int | None = None) -> list[publish.Row]:
    """See publish.profile, as rows."""
    return publish.records(publish.profile(store(), area, year))


@kept
def on_map(indicator: str, year: int, codes: tuple[str, ...]) -> pd.DataFrame:
    """See publish.on_map."""
    return publish.on_map(store(), indicator, year, codes)


@kept
def trend(indicator: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """See publish.trend."""
    return publish.trend(store(), indicator, codes)


@kept
def years_of(indicator: str, codes: tuple[str, ...]) -> list[int]:
    """Years in which any of these areas has a row, oldest first."""
    return sorted({int(year) for year in trend(indicator, codes)["year"]})


@kept
def years_on_map(indicator: str, codes: tuple[str, ...]) -> list[int]:
    """Years in which any of these areas has a figure, oldest first."""
    rows = trend(indicator, codes)
    return sorted({int(year) for year in rows.loc[rows["value"].notna(), "year"]})


@kept
def people(area: str) -> pd.DataFrame:
    """See publish.people."""
    return publish.people(store(), area)


@kept
def age_shares(area: str) -> dict[str, str]:
    """Share of each age group as text; empty where the source gives none."""
    rows = people(area)
    mine = rows[(rows["trait"] == "age") & (rows["role"] == "gebied")]
    return dict(zip(mine["category"], mine["share_text"], strict=True))


@kept
def spine_picture(area: str, domain: str) -> Picture:
    """See pictures.of_spine."""
    return pictures.of_spine(of_domain(area, domain), *_with_municipality(area), domain)


@kept
def trend_picture(indicator: str, area: str, position: int) -> Picture:
    """See pictures.of_trend."""
    mine, municipality = _with_municipality(area)
    rows = trend(indicator, tuple(dict.fromkeys((area, municipality.code, COUNTRY))))
    return pictures.of_trend(rows, catalog.indicator(indicator), mine, municipality, position)


@kept
def people_pictures(area: str, position: int) -> dict[str, Picture]:
    """See pictures.of_people: by trait, only those that the source gives."""
    return {
        str(trait): pictures.of_people(rows, *_with_municipality(area), position)
        for trait, rows in people(area).groupby("trait")
    }


@kept
def drawn_map(
    indicator: str,
    year: int,
    layer: str,
    codes: tuple[str, ...],
    shared: tuple[str, ...],
    title: str,
) -> Picture:
    """See pictures.of_drawn_map; `shared` are all areas that have the classes in common."""
    one = catalog.indicator(indicator)
    found = scale.classes(on_map(indicator, year, shared)["value"], one.unit, one.decimals)
    rows = on_map(indicator, year, codes)
    return pictures.of_drawn_map(rows, shapes(layer), found, one.name, title)


@kept
def map_of(wish: MapWish) -> Map:
    """See map_pictures.of_map."""
    rows = on_map(wish.indicator, wish.year, wish.codes)
    return map_pictures.of_map(rows, shapes(wish.layer), wish)


@kept
def region(selected: str, width: int, height: int) -> Map:
    """See map_pictures.of_region."""
    layers = shapes("neighbourhoods"), shapes("municipalities")
    return map_pictures.of_region(*layers, areas(), selected, (width, height))


def of_domain(area: str, domain: str) -> list[publish.Row]:
    """The rows of a profile in one domain, or in all of them."""
    if domain == pictures.ALL:
        return publish.in_domain_order(profile(area))
    return [row for row in profile(area) if row["domain"] == domain]


def _with_municipality(area: str) -> tuple[Area, Area]:
    mine = areas()[area]
    return mine, areas()[mine.municipality or area]
