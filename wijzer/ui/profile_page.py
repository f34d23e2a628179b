"""The parts of the profile that are about the area as a whole."""

from collections import Counter
from html import escape

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.model import Sign
from wijzer.publish import Row
from wijzer.ui import choice, data, factsheet_part, links, pictures, said, take
from wijzer.ui.places import Place

MOST = 3
"""Figures that stand out, on each side, in each domain."""


def opening(place: Place, rows: list[Row]) -> None:
    """Title and message; the factsheet."""
    said.ribbon(rows)
    st.title(texts.PROFILE_TITLE.format(gebied=place.area.name))
    said.lead(*lead(place, rows))
    factsheet_part.show(place)


def lead(place: Place, rows: list[Row]) -> tuple[str, str]:
    """How many figures are better and worse than the municipality, and what that is worth."""
    count = Counter(row["sign"] for row in rows)
    better, worse = count[Sign.FAVOURABLE], count[Sign.UNFAVOURABLE]
    return (
        texts.count_of(better, worse, len(rows), place.area.name, place.municipality.name),
        " ".join([texts.PROFILE_WORTH, *_computed(place)]),
    )


def _computed(place: Place) -> list[str]:
    one = place.neighbourhood
    whole = place.area.code == one.code and len(one.parts) > 1
    return [texts.COMPUTED_WHOLE.format(wijk=one.name)] if whole else []


def story(place: Place) -> None:
    """The story of the neighbourhood and its thread, as published; the rest one click away."""
    one = place.neighbourhood
    left, right = st.columns(2, gap="large")
    with left:
        st.header(texts.STORY_TITLE.format(wijk=one.name))
        said.facts(one.story[:1])
    with right:
        st.header(texts.THREAD)
        points = [f"- {thread.text}" for thread in one.threads]
        pages = [said.origin(page) for page in dict.fromkeys(fact.source for fact in one.threads)]
        st.markdown("\n".join([*points, "", *pages]))
    with st.expander(texts.STORY_MORE.format(wijk=one.name)):
        said.facts(one.story[1:])


def domains(place: Place, rows: list[Row]) -> None:
    """Per domain the figures that stand out on each side; a click shows the figure below."""
    st.header(texts.DOMAINS_TITLE)
    said.note(texts.DOMAINS_HELP.format(gemeente=place.municipality.name))
    cells = (
        f"<div><h3>{escape(domain.name)}</h3>{_standing_out(rows, domain.id)}</div>"
        for domain in catalog.DOMAINS
    )
    st.html(f'<div class="wz-beside">{"".join(cells)}</div>')


def _standing_out(rows: list[Row], domain: str) -> str:
    mine = [row for row in rows if row["domain"] == domain]
    better, worse = (
        publish.stand_out(mine, sign, MOST) for sign in (Sign.FAVOURABLE, Sign.UNFAVOURABLE)
    )
    if not better + worse:
        return f'<p class="wz-source">{texts.NOTHING_STANDS_OUT}</p>'
    return links.as_list(map(links.to_figure, better + worse))


def all_figures(place: Place, rows: list[Row]) -> None:
    """The spine of every indicator, by domain, and every figure as a file."""
    st.header(texts.SPINE_TITLE.format(gebied=place.area.name))
    said.note(texts.SPINE_HELP.format(gemeente=place.municipality.name))
    names = catalog.domain_names() | {pictures.ALL: texts.ALL}
    domain = choice.buttons("lijst", texts.DOMAIN, names)
    said.picture(
        data.spine_picture(place.area.code, domain),
        take.of("profiel-lijst", place, {"lijst": domain}),
        **choice.from_picture("indicator", "spine", said.clicked_row),
    )
    name = f"profiel-{place.neighbourhood.id}-{place.area.code}.csv"
    said.download(texts.TAKE_ALL, lambda: publish.csv(rows), name)


def people(place: Place) -> None:
    """Who live here: bands by age and further traits, beside the municipality."""
    st.header(texts.PEOPLE_TITLE.format(gebied=place.area.name))
    found = data.people_pictures(place.area.code, place.position)
    if not found:
        said.note(texts.NO_PEOPLE)
        return
    traits = {id: name for id, name in texts.TRAIT_WORD.items() if id in found}
    trait = choice.buttons("bevolking", texts.PEOPLE_CHOICE, traits, elsewhere=texts.TRAIT_WORD)
    said.picture(found[trait], take.of("profiel-mensen", place, {"bevolking": trait}))
