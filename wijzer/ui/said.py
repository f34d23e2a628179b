"""How things look that stand on every page: sentences, sources, pictures, maps, downloads."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

import streamlit as st

from wijzer import texts
from wijzer.maps import deck
from wijzer.model import Certainty, Fact, Indicator, Sign, Source
from wijzer.publish import Row
from wijzer.ui import tables, take
from wijzer.ui.map_pictures import Map
from wijzer.ui.pictures import Picture
from wijzer.ui.take import Take

_COLOUR = {Sign.FAVOURABLE: "blue", Sign.UNFAVOURABLE: "orange"}


def lead(sentence: str, worth: str = "") -> None:
    """The message of a page or picture, large, and under it what it is worth."""
    small = f'<p class="wz-worth">{escape(worth)}</p>' if worth else ""
    st.html(f'<p class="wz-lead">{escape(sentence)}</p>{small}')


def worth(row: Row) -> str:
    """What the figure in a row of a profile is worth, in one or two sentences."""
    if row["missing"]:
        return ""
    said = [texts.CERTAINTY_SENTENCE[Certainty(row["certainty"])]]
    return " ".join([*said, texts.COMPUTED] if row["computed"] else said)


def source(row: Row, one: Indicator) -> str:
    """Source, table, year, population, method and benchmark of a row of a profile."""
    return texts.SOURCE_LINE.format(
        bron=row["source"],
        tabel=row["tbl"],
        jaar=row["year"],
        wie=one.population,
        methode=texts.METHOD_WORD[one.method],
        gemeente=row["municipality_name"],
    )


def ribbon(rows: Iterable[Row], sentence: str = texts.EXAMPLE_RIBBON) -> None:
    """A visible ribbon where any of the figures or things on the page is invented."""
    if any(row["example"] for row in rows):
        example(sentence)


def example(sentence: str) -> None:
    """The ribbon itself."""
    st.html(f'<p class="wz-example" role="note">{escape(sentence)}</p>')


def note(text: str) -> None:
    """Small print."""
    st.html(f'<p class="wz-source">{escape(text)}</p>')


def plain(*paragraphs: str, small: str = "", title: str = "") -> None:
    """Text that people entered, as it was typed: never markup. One element, for speed.

    `title` is HTML that we made: a link.
    """
    said = f'<p class="wz-text"><b>{title}</b></p>' if title else ""
    said += "".join(f'<p class="wz-text">{escape(one)}</p>' for one in paragraphs if one)
    st.html(said + (f'<p class="wz-source">{escape(small)}</p>' if small else ""))


def listed(items: Iterable[str]) -> None:
    """A list of such texts."""
    st.html(f'<ul class="wz-list">{"".join(f"<li>{escape(one)}</li>" for one in items)}</ul>')


def quote(text: str, by: str) -> None:
    """What somebody said, and in which role."""
    st.html(
        f'<blockquote class="wz-quote"><p>{escape(text)}</p><footer>{escape(by)}</footer>'
        "</blockquote>"
    )


def big(text: str) -> None:
    """Something to read from the back of the room."""
    st.html(f'<p class="wz-big">{escape(text)}</p>')


def drawing(svg: str, alternative: str) -> None:
    """A drawing that we made ourselves, such as a QR code. Streamlit takes SVG out of HTML."""
    alone = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    data = b64encode(alone.encode()).decode()
    st.html(
        f'<img class="wz-drawing" alt="{escape(alternative)}" '
        f'src="data:image/svg+xml;base64,{data}">'
    )


def step(number: int, name: str, status: str) -> None:
    """A step of a process and where it stands: mark and word."""
    st.html(f'<p class="wz-step">{step_html(number, name, status)}</p>')


def step_html(number: int, name: str, status: str) -> str:
    """The same as HTML."""
    mark, word = texts.STEP_STATE[status]
    return f'<b aria-hidden="true">{mark}</b>{number}. {escape(name)}: {escape(word)}'


def published_at(row: Row) -> None:
    """The source of something that was entered, with its page when that is a web address."""
    if row["source"] or row["url"]:
        st.html(f'<p class="wz-source">{source_html(row)}</p>')


def source_html(row: Row) -> str:
    """The same as HTML."""
    name = tables.link(row["source"] or row["url"] or "", row["url"] or "")
    return f"{texts.SOURCE}: {name}"


def facts(found: Iterable[Fact]) -> None:
    """Paragraphs, each with the page it was published on, as one element: faster than many."""
    st.markdown("\n\n".join(f"{one.text}\n\n{origin(one.source)}" for one in found))


def origin(one: Source) -> str:
    """The page that something was published on, as markdown."""
    where = f"[{one.text}]({one.url})" if one.url else one.text
    return f":small[:gray[{texts.SOURCE}: {where}]]"


def picture(one: Picture, along: Take | None = None, **more: Any) -> None:
    """What a chart says, the chart, its small print, what to take along, and the same as a table.

    `along` tells which tile this picture is.
    """
    if one.sentence:
        plain(one.sentence)
    chart(one, **more)
    under = f'<p class="wz-source">{escape(one.note)}</p>' if one.note else ""
    under += take.html(along, one.title) if along else ""
    if under:
        st.html(under)
    with st.expander(texts.AS_TABLE):
        st.html(one.table)


def chart(one: Picture, **more: Any) -> None:
    """The chart alone."""
    st.vega_lite_chart(one.served, theme=None, alt=one.alternative, **more)


def beside(
    names: Sequence[str],
    found: Sequence[Picture],
    along: Sequence[Take],
    more: Sequence[dict[str, Any]] = (),
) -> None:
    """Pictures of the same beside each other, each under its name; below them all their tables.

    On a phone under each other. Few elements: a page of a hundred takes twice as long as of fifty.
    """
    each = zip(st.columns(len(found), gap="medium"), names, found, along, strict=True)
    for place, (cell, name, one, taken) in enumerate(each):
        with cell:
            st.html(f'<h3 class="wz-name">{escape(name)}</h3>')
            own = more[place] if more else {}
            chart(one, **own)
            # The words come below, so that the pictures stand at one height.
            small = f'<p class="wz-source">{escape(one.note)}</p>' if one.note else ""
            st.html(_text(one.sentence) + small + take.html(taken, one.title))
    with st.expander(texts.AS_TABLE):
        st.html("".join(f'<div class="wz-next">{one.table}</div>' for one in found))


def _text(paragraph: str) -> str:
    return f'<p class="wz-text">{escape(paragraph)}</p>'


def map(one: Map, height: int, chooses: dict[str, Any], along: Take | None = None) -> None:
    """What a map says, the map, its legend in words, what to take along, and the same as a table.

    `along` tells which tile this map is.
    """
    if one.sentence:
        plain(one.sentence)
    alt = f"{one.title}. {one.sentence}".strip()
    st.pydeck_chart(one.deck, height=height, selection_mode="single-object", alt=alt, **chooses)
    items = "".join(
        f'<li><i style="background:{colour}"></i>{escape(label)}</li>'
        for colour, label in one.legend
    )
    under = f'<ul class="wz-legend" aria-label="{texts.LEGEND}">{items}</ul>'
    st.html(under + (take.html(along, one.title) if along else ""))
    with st.expander(texts.AS_TABLE):
        st.html(one.table)


def clicked_area(selection: dict[str, Any]) -> str | None:
    """The code of the area that was clicked on a map."""
    areas = (selection.get("objects") or {}).get(deck.AREAS) or []
    return areas[0]["properties"]["code"] if areas else None


def clicked_row(selection: dict[str, Any]) -> str | None:
    """The indicator whose row was clicked in a chart."""
    rows = selection.get("kies") or []
    return rows[0].get("indicator") if rows else None


def download(label: str, make: Callable[[], bytes], name: str) -> None:
    """A file that is only made when somebody asks for it."""
    st.download_button(label, make, name, on_click="ignore", key=f"neem-{name}")


def label(row: Row) -> str:
    """A row of a profile as the label of a button: mark, name, value and benchmark."""
    colour = _COLOUR.get(Sign(row["sign"]), "gray")
    values = texts.AGAINST.format(waarde=row["value_text"], gemeente=row["municipality_text"])
    return f":{colour}[**{row['mark']}**] {row['name']} · {values}"


def definition(one: Indicator) -> None:
    """Everything the catalogue knows of an indicator."""
    st.markdown(f"**{one.name}**  \n{one.question}")
    breaks = [texts.BREAK.format(jaar=stop.year, reden=stop.reason) for stop in one.breaks]
    facts = {
        texts.DEFINITION_WHO: one.population,
        texts.DEFINITION_UNIT: one.unit,
        texts.DEFINITION_WAY: texts.DIRECTION_SENTENCE[one.direction],
        texts.DEFINITION_METHOD: texts.METHOD_SENTENCE[one.method],
        texts.DEFINITION_WEIGHT: texts.WEIGHT_SENTENCE[one.weight],
        texts.DEFINITION_SOURCE: f"{one.source}, {one.table}",
        texts.DEFINITION_LICENCE: one.licence,
        texts.DEFINITION_BREAKS: " ".join(breaks),
        texts.DEFINITION_NOTE: one.note,
    }
    st.markdown("\n".join(f"- **{name}:** {text}" for name, text in facts.items() if text))
    if one.url:
        st.markdown(f"[{texts.TO_SOURCE}]({one.url})")
