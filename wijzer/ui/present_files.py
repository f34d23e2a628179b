"""Files of a presentation, made while a bar shows how far it is.

What makes one kind of file is imported when the first of that kind is asked for.
"""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from wijzer import texts
from wijzer.export.content import Codes
from wijzer.ui import decks, player, present_page, said
from wijzer.ui.places import where
from wijzer.ui.things import Scene

File = tuple[bytes, str]
Told = Callable[[float, str], object]
"""Is told how far a file is (0 to 1), in words too."""


def show(scene: Scene, chosen: str) -> None:
    """A button for each file; when it is made, a button to keep it."""
    st.subheader(texts.FILES_TITLE)
    said.note(texts.FILES_HELP)
    codes = present_page.codes(scene, chosen)
    with st.container(horizontal=True):
        asked = [
            kind for kind in _MAKE if st.button(texts.MAKE_FILE[kind], key=f"neem-maak-{kind}")
        ]
    for kind in asked:
        _make(scene, codes, kind)
    sheet = f"/neem-mee/factsheet.pdf?{urlencode(where(scene.place))}"
    name = texts.FACTSHEET_ONE.format(gebied=scene.place.area.name)
    st.html(f"<p>{present_page.link(sheet, name)}</p>")


def _make(scene: Scene, codes: Codes, kind: str) -> None:
    bar = st.progress(0.0)
    try:
        made, name = _MAKE[kind](scene, codes, lambda part, text: bar.progress(part, text))
    except decks.NothingToShow:
        st.warning(texts.FILE_NOTHING)
    else:
        label = texts.FILE_READY.format(naam=name)
        st.download_button(label, made, name, on_click="ignore", key=f"neem-bewaar-{kind}")
    bar.empty()


def _pptx(scene: Scene, codes: Codes, told: Told) -> File:
    from wijzer.export import slides

    deck = decks.existing(scene.visitor, codes)
    return slides.pptx(deck, _counted(told)), decks.file_name(deck, "pptx")


def _html(scene: Scene, codes: Codes, told: Told) -> File:
    deck = decks.existing(scene.visitor, codes)
    return player.file(scene.visitor, deck, _counted(told)), decks.file_name(deck, "html")


def _zip(scene: Scene, codes: Codes, told: Told) -> File:
    from wijzer.ui import factsheets

    def placed(part: float, place: str) -> None:
        told(part, texts.FILE_PLACE.format(gebied=place))

    return factsheets.every(scene.visitor, placed)


_MAKE: dict[str, Callable[[Scene, Codes, Told], File]] = {
    "pptx": _pptx,
    "html": _html,
    "zip": _zip,
}


def _counted(told: Told) -> Callable[[int, int], None]:
    def counted(done: int, count: int) -> None:
        told(done / count, texts.FILE_MAKING.format(klaar=done, aantal=count))

    return counted
