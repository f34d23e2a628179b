"""Presenting: ready-made sets, one presentation by choice, and how the room sees it."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from wijzer import texts
from wijzer.export.content import Codes, Tile
from wijzer.export.qr import qr
from wijzer.publish import Row
from wijzer.ui import choice, decks, decks_made, decks_own, forms, said, show_write, things, tiles
from wijzer.ui import visitor as who
from wijzer.ui.places import Place, where
from wijzer.ui.things import Scene

PAGE = "presenteren"


def opening(place: Place) -> Scene:
    """The title; for the team the form that is open, and a picture that waits for a place."""
    scene = things.scene(place)
    things.ribbon(_shown(scene))
    st.title(texts.PRESENT_TITLE.format(wijk=scene.name))
    said.lead(texts.PRESENT_LEAD)
    forms.show(scene)
    _waiting(scene)
    return scene


def _shown(scene: Scene) -> list[Row]:
    """What people entered that this page tells."""
    rows = scene.of("presentation")
    meetings = [scene.seen["meeting"].get(row["meeting"] or "") for row in rows]
    return [*rows, *scene.of("slide"), *filter(None, meetings)]


# --- a picture that waits -------------------------------------------------------------------------


def _waiting(scene: Scene) -> None:
    """The picture that a link wants to add: without a script the link leads here."""
    if not choice.asked("zet"):
        return
    id, codes = decks_own.view(choice.view(PAGE))
    tile = tiles.made(scene.visitor, id, codes) if id in tiles.TILES else None
    if tile is None:
        choice.drop("zet")
        st.warning(texts.PRESENT_ADD_GONE)
        return
    told = texts.PRESENT_WAITING if scene.may_enter else texts.PRESENT_WAITING_PUBLIC
    with st.container(border=True, key="wacht"):
        said.plain(told.format(titel=tile.title))
        if scene.may_enter:
            st.button(texts.PRESENT_ADD, on_click=_add, args=(scene, tile), key="zet-erbij")
        address = f"/toon?{urlencode(((decks.ONE, tile.id), *tile.codes))}"
        st.html(f"<p>{link(address, texts.PRESENT_ADD_SHOW)}</p>")


def _add(scene: Scene, tile: Tile) -> None:
    added = show_write.add(scene.visitor, tile)
    choice.drop("zet")
    choice.put(decks.OWN, added.presentation)
    st.toast(added.said)


# --- which one ------------------------------------------------------------------------------------


def sets(scene: Scene) -> None:
    """Each ready-made set: what it shows, and the links to begin and to take along."""
    st.header(texts.SETS_TITLE)
    cards = "".join(f"<div>{_card(scene, name)}</div>" for name in decks_made.SETS)
    st.html(f'<div class="wz-beside">{cards}</div>')


def _card(scene: Scene, name: str) -> str:
    query = urlencode(codes(scene, name))
    title = texts.SET_NAME[name]
    links = (
        (f"/toon?{query}", texts.SET_START),
        (f"/neem-mee/presentatie.pptx?{query}", texts.TAKE_FORM["pptx"]),
        (f"/neem-mee/presentatie.html?{query}", texts.TAKE_FORM["html"]),
    )
    items = "".join(f"<li>{link(address, text, title)}</li>" for address, text in links)
    return (
        f'<h3>{title}</h3><p class="wz-text">{texts.SET_ABOUT[name]}</p>'
        f'<ul class="wz-links">{items}</ul>'
    )


def link(address: str, text: str, about: str = "") -> str:
    """A link as HTML to what is no page of the menu; `about` tells it from another one."""
    unseen = f'<span class="wz-unseen">: {escape(about)}</span>' if about else ""
    return f'<a class="wz-file" href="{escape(address)}" target="_self">{escape(text)}{unseen}</a>'


def codes(scene: Scene, chosen: str) -> Codes:
    """The codes of a set for the place in view, or of a presentation in the register."""
    if chosen in decks_made.SETS:
        return ((decks.SET, chosen), *where(scene.place))
    return ((decks.OWN, chosen),)


def choose(scene: Scene) -> str:
    """The presentation in view: a set, or the id of one in the register."""
    st.header(texts.PRESENT_CHOOSE_TITLE)
    rows = presentations(scene)
    own = {row["id"]: texts.PRESENT_OWN.format(titel=things.name(row)) for row in rows}
    default = show_write.newest(scene.visitor, scene.id) or next(iter(own), "")
    elsewhere = scene.seen["presentation"]
    return choice.select(
        decks.OWN, texts.PRESENT_CHOICE, own | texts.SET_NAME, default, elsewhere=elsewhere
    )


def presentations(scene: Scene) -> list[Row]:
    """The presentations of the neighbourhood, the newest day first; those without a day last."""
    rows = scene.of("presentation")
    return sorted(rows, key=lambda row: str(row["day"] or ""), reverse=True)


# --- the room -------------------------------------------------------------------------------------


def room(scene: Scene, chosen: str) -> None:
    """The link that begins, and the code with which phones look along."""
    path = f"/toon?{urlencode(codes(scene, chosen))}"
    address = f"{who.address()}{path}"
    st.subheader(texts.ROOM_TITLE)
    left, right = st.columns(2, gap="large")
    with left:
        st.html(f'<p class="wz-lead">{link(path, texts.SHOW_START)}</p>')
        said.plain(texts.ROOM_HELP, texts.ROOM_OFFLINE)
    with right:
        said.plain(texts.ROOM_PHONE)
        said.drawing(qr(address), texts.VOTE_QR.format(adres=address))
        said.note(address)
        if not who.shared():
            st.info(texts.ROOM_LOCAL)
