"""One indicator in full: sentence, map, trend, definition, how sure, and the figures to keep."""

from dataclasses import dataclass

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.model import Indicator, Sign
from wijzer.publish import Row
from wijzer.ui import choice, data, event_door, pictures, said, screen, tables, take, visitor
from wijzer.ui.map_pictures import MapWish
from wijzer.ui.places import Place

HEIGHT = 420
MAP_SHARE = 3 / 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """The indicator and year in view, with the row of the profile that goes with them."""

    one: Indicator
    year: int
    row: Row


def choose(place: Place, rows: list[Row]) -> Chosen:
    """Indicator, then year; both in the URL. The default is what stands out most."""
    st.header(texts.FIGURE_TITLE, anchor="indicator")
    by_id = {row["indicator"]: row for row in publish.in_domain_order(rows)}
    names = {
        id: f"{pictures.domain_name(row['domain'])}: {row['name']}" for id, row in by_id.items()
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        id = choice.select(
            "indicator", texts.INDICATOR, names, most_telling(rows), elsewhere=catalog.indicators()
        )
        year = _year(place, id, int(by_id[id]["year"]))
    row = by_id[id] if year == by_id[id]["year"] else _earlier(place, id, year)
    return Chosen(catalog.indicator(id), year, row)


def most_telling(rows: list[Row]) -> str:
    """The figure that stands out most, on the unfavourable side."""
    return str((publish.stand_out(rows, Sign.UNFAVOURABLE, 1) or rows)[0]["indicator"])


def _year(place: Place, id: str, newest: int) -> int:
    """A year in which the area has a row of its own, whatever else was measured."""
    years = [str(year) for year in data.years_of(id, (place.area.code,))]
    known = [str(year) for year in data.years(id)]
    options = dict(zip(years, years, strict=True))
    return int(choice.buttons("jaar", texts.YEAR, options, str(newest), elsewhere=known))


def _earlier(place: Place, id: str, year: int) -> Row:
    rows = data.profile(place.area.code, year)
    return next(row for row in rows if row["indicator"] == id)


def message(chosen: Chosen) -> None:
    """What the figure says, what it is worth, and where it comes from."""
    said.lead(chosen.row["sentence"], said.worth(chosen.row))
    if chosen.row["note"]:
        said.note(chosen.row["note"])
    said.note(said.source(chosen.row, chosen.one))


def on_map(place: Place, chosen: Chosen) -> None:
    """The map of buurten or subdistricts; a click chooses an area; under it the same as a table."""
    layer = _layer(place, chosen)
    title = texts.MAP_ALT.format(
        indicator=chosen.one.name, jaar=chosen.year, gebied=place.neighbourhood.name
    )
    wish = MapWish(
        chosen.one.id,
        chosen.year,
        codes(place, layer),
        layer,
        place.area.code,
        title,
        screen.width(MAP_SHARE),
        HEIGHT,
    )
    codes_now = {"indicator": chosen.one.id, "jaar": str(chosen.year), "kaart": layer}
    said.map(
        data.map_of(wish),
        HEIGHT,
        choice.from_picture("deel", "kaart-klik", said.clicked_area),
        take.of("profiel-kaart", place, codes_now, is_map=True),
    )


def _layer(place: Place, chosen: Chosen) -> str:
    fitting = layers(place, chosen.one.id, chosen.year)
    names = {"buurten": texts.MAP_BUURTEN, "subdistricts": texts.MAP_PARTS}
    options = {name: names[name] for name in names if name in fitting}
    return choice.buttons("kaart", texts.MAP, options, fitting[0], elsewhere=("subdistricts",))


def layers(place: Place, indicator: str, year: int) -> list[str]:
    """The layers of the map that make sense here, the one to begin with first."""
    fitting = ["buurten"] if place.subdistricts == place.buurten else ["buurten", "subdistricts"]

    def empty(layer: str) -> bool:
        return not data.on_map(indicator, year, codes(place, layer))["value"].notna().any()

    return sorted(fitting, key=empty)


def codes(place: Place, layer: str) -> tuple[str, ...]:
    """The areas that a layer of the map draws."""
    return place.buurten if layer == "buurten" else place.subdistricts


def through_time(place: Place, chosen: Chosen) -> None:
    """The trend of the area, its municipality and the Netherlands, with breaks and events."""
    st.subheader(texts.TREND_TITLE)
    one = event_door.trend(visitor.current(), place, chosen.one.id)
    said.picture(one, take.of("profiel-trend", place, {"indicator": chosen.one.id}))


def about(place: Place, chosen: Chosen) -> None:
    """Definition, and how sure the sign is under the other rules in use."""
    with st.expander(texts.DEFINITION):
        said.definition(chosen.one)
    with st.expander(texts.HOW_SURE):
        _how_sure(place, chosen)


def _how_sure(place: Place, chosen: Chosen) -> None:
    found = publish.outcomes(chosen.row)
    known = [one for one in found[1:] if one.sign is not Sign.UNKNOWN]
    other = [one for one in known if one.sign is not found[0].sign]
    st.markdown(texts.flips(len(other), len(known)))
    tables.show(
        texts.HOW_SURE_TABLE,
        texts.HOW_SURE_HEADER,
        [[one.rule, tables.Cell(one.word, one.mark, one.sign), one.why] for one in found],
    )
    needed = publish.respondents_needed(chosen.row)
    if needed is not None:
        people, _ = data.inhabitants(place.area.code)
        st.markdown(texts.needed(needed, people, place.area.name, place.municipality.name))
