"""Which focus do we choose: the themes, why they were chosen, and what follows from them."""

import streamlit as st

from wijzer import publish, texts
from wijzer.model import Sign
from wijzer.publish import Row
from wijzer.ui import choice, data, entered, forms, links, said, tables, take, things
from wijzer.ui.places import Place
from wijzer.ui.things import Scene


def opening(place: Place) -> Scene:
    """Title and the themes in one sentence; for the team the form and the last change."""
    scene = things.scene(place)
    st.title(texts.THEMES_TITLE.format(wijk=scene.name))
    said.lead(sentence(scene))
    forms.show(scene)
    return scene


def sentence(scene: Scene) -> str:
    """The chosen themes in one sentence."""
    chosen = publish.themes(scene.seen, scene.id, "chosen")
    periods = {row["period"] for row in chosen if row["period"]}
    when = periods.pop() if len(periods) == 1 else ""
    return texts.chosen_themes(scene.name, [publish.title(row) for row in chosen], when)


def part() -> str:
    """Which part of the page is shown."""
    return choice.buttons("themadeel", texts.THEMES_PART, texts.THEMES_PARTS)


def themes(scene: Scene) -> None:
    """The chosen themes beside each other, one of them in full, and those not chosen."""
    rows = scene.of("theme")
    things.ribbon(told(scene))
    for wanted, title, help in _GROUPS:
        found = publish.themes(scene.seen, scene.id, wanted)
        if found:
            st.header(title)
            if help:
                said.note(help)
            _cards(scene, found)
        if found and wanted == "chosen":
            along = take.of("themas-gekozen", scene.place, {"themadeel": "themas"})
            st.html(take.html(along, title))
    things.new_button(scene, "theme")
    if rows:
        _one(scene, rows)


def told(scene: Scene) -> list[Row]:
    """All that this part of the page may name."""
    shown = ("theme", "quote", "meeting", "goal", "intervention", "activity")
    return [row for kind in shown for row in scene.of(kind)]


_GROUPS = (
    ("chosen", texts.CHOSEN_TITLE, ""),
    ("proposed", texts.PROPOSED_TITLE, texts.PROPOSED_HELP),
    ("rejected", texts.REJECTED_TITLE, ""),
)


def _cards(scene: Scene, rows: list[Row]) -> None:
    for start in range(0, len(rows), 2):
        for cell, row in zip(st.columns(2, gap="medium"), rows[start : start + 2], strict=False):
            with cell, st.container(border=True, height="stretch"):
                said.plain(
                    row["reason"] or row["why"] or "",
                    small=tally(scene, row),
                    title=links.to("theme", row),
                )


def tally(scene: Scene, row: Row) -> str:
    """How the figures of a theme stand, in the area in view."""
    found = _evidence(scene, row)
    if not found:
        return texts.NO_EVIDENCE
    signs = [one["sign"] for one in found]
    return texts.tally(
        signs.count(Sign.FAVOURABLE),
        signs.count(Sign.UNFAVOURABLE),
        len(signs),
        scene.place.municipality.name,
    )


def _evidence(scene: Scene, row: Row) -> list[Row]:
    by_id = {one["indicator"]: one for one in data.profile(scene.place.area.code)}
    return [by_id[id] for id in publish.many(row, "indicators") if id in by_id]


def _one(scene: Scene, rows: list[Row]) -> None:
    names = {row["id"]: things.name(row) for row in rows}
    elsewhere = list(scene.seen["theme"])
    id = choice.select("thema", texts.THEME_CHOICE, names, elsewhere=elsewhere)
    row = next(one for one in rows if one["id"] == id)
    st.header(texts.in_markdown(things.name(row)), anchor="thema")
    left, right = st.columns([3, 2], gap="large")
    with left:
        _why(row)
        _figures(scene, row)
    with right:
        _quotes(scene, row)
        _decided(scene, row)
    _thread(scene, row)
    things.tools(scene, "theme", row)


def _why(row: Row) -> None:
    st.subheader(texts.WHY_THEME)
    owner = texts.OWNER_LINE.format(wie=row["owner"]) if row["owner"] else ""
    said.plain(row["why"] or texts.NO_REASON, row["reason"] or "", owner)
    said.published_at(row)


def _figures(scene: Scene, row: Row) -> None:
    st.subheader(texts.EVIDENCE_TITLE)
    found = _evidence(scene, row)
    if not found:
        said.note(texts.NO_EVIDENCE)
        return
    header = [one.format(gebied=scene.place.area.name) for one in texts.EVIDENCE_HEADER]
    tables.show(
        texts.EVIDENCE_TABLE.format(thema=publish.title(row)),
        header,
        [_figure_row(one) for one in found],
    )
    with st.expander(texts.EVIDENCE_SAID):
        said.listed(one["sentence"] for one in found)


def _figure_row(one: Row) -> list[str | tables.Cell]:
    cell = tables.Cell(one["value_text"], one["mark"], Sign(one["sign"]), one["word"])
    return [one["name"], cell, one["municipality_text"], str(one["year"])]


def _quotes(scene: Scene, row: Row) -> None:
    st.subheader(texts.QUOTES_TITLE)
    found = publish.children(scene.seen, "quote", "theme", row["id"])
    if not found:
        said.note(texts.NO_QUOTES)
    for one in found:
        who = texts.WORD["speaker"][one["speaker"]]
        consent = texts.WORD["consent"][one["consent"]]
        said.quote(one["text"], texts.QUOTE_BY.format(wie=who, toestemming=consent))
        said.published_at(one)
    things.edit_list(scene, "quote", _all_quotes(row["id"]), row["id"])


def _all_quotes(theme: str) -> list[Row]:
    """For the list to change them: also those without consent, by when they came and not by what
    they say."""
    every = entered.everything()["quote"].values()
    return [
        one
        if publish.spoken("quote", one)
        else one | {"text": texts.silent_quote(one["consent"], one["made_at"])}
        for one in every
        if one["theme"] == theme and one["life"] == "active"
    ]


def _decided(scene: Scene, row: Row) -> None:
    st.subheader(texts.DECIDED_TITLE)
    meeting = scene.seen["meeting"].get(row["meeting"] or "")
    said.plain(
        texts.decided(row["choice"], row["decided_by"] or "", row["period"] or ""),
        _rung(row["rung"]),
        texts.IN_MEETING.format(bijeenkomst=things.name(meeting)) if meeting else "",
    )


def _rung(code: str | None) -> str:
    if not code:
        return texts.RUNG_UNKNOWN
    word, meaning = texts.WORD["rung"][code], texts.RUNG_MEANING[code]
    return texts.RUNG_LINE.format(trede=word, betekenis=meaning)


def _thread(scene: Scene, row: Row) -> None:
    """From the figures of this theme to what is done, each a link."""
    st.subheader(texts.THREAD_TITLE)
    goals = publish.children(scene.seen, "goal", "theme", row["id"])
    interventions = publish.interventions_of(scene.seen, scene.id, row["id"])
    ids = {one["id"] for one in interventions}
    activities = [one for one in scene.of("activity") if one["intervention"] in ids]
    cells = st.columns(4, gap="medium")
    with cells[0]:
        links.under((texts.THREAD_INDICATOR, links.indicators(publish.many(row, "indicators"))))
    with cells[1]:
        links.under((texts.THREAD_GOAL, links.each("goal", goals)))
        things.new_button(scene, "goal", row["id"])
    with cells[2]:
        found = links.each("intervention", interventions, marked=True)
        links.under((texts.THREAD_INTERVENTION, found))
        things.new_button(scene, "intervention", row["id"])
    with cells[3]:
        links.under((texts.THREAD_ACTIVITY, links.each("activity", activities, marked=True)))
