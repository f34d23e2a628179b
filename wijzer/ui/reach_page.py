"""Reach: do the interventions reach the (right) residents?"""

from datetime import date

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import reach_told as told
from wijzer.publish.reach_mirror import Mirror
from wijzer.ui import choice, data, monitor, reach_door, reach_parts, said, take, things
from wijzer.ui.choice import Chooser
from wijzer.ui.monitor import Filters
from wijzer.ui.places import Place
from wijzer.ui.reach_door import Asked
from wijzer.ui.things import Scene

_FORMS = ("session", "head_count", "step_count", "indirect")


def show(scene: Scene) -> None:
    """The whole page below its title."""
    found = reach_door.reached(scene.visitor, scene.id)
    if monitor.plan_of(scene) == "absent":
        monitor.nothing(scene, "no_plan")
    if not found.years:
        if monitor.plan_of(scene) != "absent":
            monitor.nothing(scene, "not_measured")
        _forms(scene, "")
        return
    top = st.container()
    filters = monitor.filters(scene, found.years)
    asked = ask(scene, filters)
    opening = reach_door.opening(asked)
    with top:
        _opening(scene, opening)
    if not opening.nobody:
        _numbers(scene, asked)
        _missing(scene, asked)
        _homes(scene, asked)
    _tables(scene, asked)
    _forms(scene, filters.intervention)
    _about(scene, asked)


def ask(scene: Scene, filters: Filters) -> Asked:
    """What the page is about: the filters, and the part of the neighbourhood in view."""
    return Asked(
        *(scene.visitor, scene.id, filters.theme, filters.intervention, filters.year),
        _part(scene),
    )


def codes(asked: Asked) -> dict[str, str]:
    """The filters as they stand in a link."""
    return monitor.codes(Filters(asked.theme, asked.intervention, asked.year))


def _part(scene: Scene) -> str:
    """The subdistrict in view; of a buurt the subdistrict that it lies in."""
    area, parts = scene.place.area, scene.place.subdistricts
    if scene.place.whole:
        return ""
    return area.code if area.code in parts else area.wijk or ""


def _opening(scene: Scene, opening: reach_door.Opening) -> None:
    if example(scene, opening):
        said.example(texts.EXAMPLE_MONITOR)
    if opening.nobody:
        said.lead(texts.REACH_NOBODY, texts.REACH_NOBODY_TODO)
    else:
        said.lead(opening.lead, opening.worth)


def example(scene: Scene, opening: reach_door.Opening) -> bool:
    """Whether anything on the page is invented."""
    named = (*scene.of("theme"), *scene.of("target_group"))
    return opening.example or publish.examples(named)


def _numbers(scene: Scene, asked: Asked) -> None:
    """People, visits and indirect reach apart."""
    along = take.of("bereik-cijfers", scene.place, codes(asked))
    made = reach_parts.numbers(asked, notes(scene.place, asked))
    st.html(made + take.html(along, reach_parts.number_sheet(asked).caption))


def notes(place: Place, asked: Asked) -> list[str]:
    """What to know of figures about a part of the neighbourhood."""
    if not asked.part:
        return []
    said_of = [texts.REACH_NOT_BY_AREA, texts.REACH_AREA_ONLY]
    if asked.part == place.area.code:
        return said_of
    return [*said_of, texts.REACH_BUURT.format(deel=data.areas()[asked.part].name)]


def _missing(scene: Scene, asked: Asked) -> None:
    """Participants beside residents, by one trait."""
    st.header(texts.MIRROR_TITLE)
    trait = by_trait(scene.place, asked, choice)
    found = reach_door.mirror(asked, trait)
    if found.state == "shown":
        along = take.of("bereik-spiegel", scene.place, codes(asked) | {"kenmerk": trait})
        said.picture(reach_door.mirror_picture(asked, trait, scene.place.position), along)
    else:
        said.note(_why(found))


def by_trait(place: Place, asked: Asked, by: Chooser) -> str:
    """The trait that is chosen; where people live only for more than one part."""
    traits = {
        code: name
        for code, name in texts.MIRROR_TRAITS.items()
        if code != "area" or not (asked.part or len(place.subdistricts) < 2)
    }
    return by.buttons("kenmerk", texts.MIRROR_TRAIT, traits, elsewhere=texts.MIRROR_TRAITS)


def _why(found: Mirror) -> str:
    return {
        "no_residents": texts.MIRROR_NO_RESIDENTS,
        "not_comparable": texts.MIRROR_NOT_COMPARABLE,
        "not_crossed": texts.MIRROR_NOT_CROSSED,
    }.get(found.state, texts.state("too_few", "")[0])


def _homes(scene: Scene, asked: Asked) -> None:
    """The map of where participants live, unless all of it is hidden."""
    if homes_known(asked):
        st.header(texts.REACH_MAP_TITLE)
        along = take.of("bereik-kaart", scene.place, codes(asked), is_map=True)
        said.picture(reach_door.map_picture(asked), along)


def homes_known(asked: Asked) -> bool:
    """Whether there is a map to show: of the whole neighbourhood, and not all of it hidden."""
    found = reach_door.mirror(asked, "area")
    return not asked.part and any(row.share is not None for row in found.rows)


def _tables(scene: Scene, asked: Asked) -> None:
    """Target groups; the funnel; per intervention and year; who stops; who is hard to reach."""
    sheet = reach_parts.shares(asked)
    if body := sheet.html:
        along = take.of("bereik-doelgroepen", scene.place, codes(asked))
        st.html(body + (take.html(along, sheet.caption) if sheet.rows else ""))
    if not asked.part:
        _funnel(scene, asked)
        st.html(reach_parts.html(asked))


def _funnel(scene: Scene, asked: Asked) -> None:
    st.header(texts.FUNNEL_TITLE)
    found = reach_door.reached(scene.visitor, scene.id)
    refused = told.grown(found, reach_door.rows(asked))
    picture = reach_door.funnel_picture(asked, scene.place.position)
    if picture:
        said.picture(picture, take.of("bereik-trechter", scene.place, codes(asked)))
    said_of = refused or ([] if picture else [reach_door.why_no_funnel(asked)])
    said_of += [texts.FUNNEL_TWICE] if picture and not asked.intervention else []
    if said_of:
        said.note(" ".join(said_of))


def _forms(scene: Scene, intervention: str) -> None:
    """For the team: short forms for what was counted."""
    if scene.may_enter:
        with st.container(horizontal=True):
            for kind in _FORMS:
                things.new_button(scene, kind, intervention)


def _about(scene: Scene, asked: Asked) -> None:
    """How it was counted, and all tables as one file."""
    with st.expander(texts.REACH_METHOD):
        said.listed(texts.REACH_METHOD_TEXT)
    about = asked.intervention or asked.theme or asked.part or scene.id
    name = f"{scene.id}-bereik-{about}-{asked.year or 'alles'}-{date.today().isoformat()}.csv"
    said.download(
        texts.TAKE_TABLE,
        lambda: publish.table_csv(texts.REACH_CSV_HEADER, reach_parts.csv_rows(asked)),
        name,
    )
