"""Votes: what the ballots say, and for the team a vote in the room: cards, turnout, closing."""

import streamlit as st

from wijzer import publish, texts
from wijzer.store import votes
from wijzer.store.votes import Round
from wijzer.ui import choice, data, entered, pictures, said, tables, take, things, vote_cards
from wijzer.ui import visitor as who
from wijzer.ui.choice import Chooser
from wijzer.ui.pictures import Picture
from wijzer.ui.things import Scene

LOOK_AGAIN = 2.0
"""Seconds between two looks at the turnout while a round is open."""


def show(scene: Scene) -> None:
    """The rounds of this neighbourhood, one of them in full, and a new one."""
    things.ribbon(scene.of("theme"))
    st.header(texts.ROUNDS_TITLE)
    said.note(texts.ROUNDS_LEAD)
    found = entered.rounds(scene.id)
    if found:
        _one(scene, found)
    else:
        said.note(texts.NO_ROUNDS.format(wijk=scene.name))
    if scene.may_enter:
        _new(scene)


def _one(scene: Scene, found: list[Round]) -> None:
    one = chosen(found, choice)
    if one.example and not publish.examples(scene.of("theme")):
        said.example(texts.EXAMPLE_CONTENT)
    result = entered.result(scene.visitor, one)
    if result is None:
        _open(scene, one)
    else:
        _closed(scene, result)


def chosen(found: list[Round], by: Chooser) -> Round:
    """The round that is chosen, by default the newest."""
    id = by.select("stemming", texts.ROUND_CHOICE, {one.id: one.title for one in found})
    return next(one for one in found if one.id == id)


WHICH = "beeld"
"""In the codes of a tile: which of the groups of voters beside each other."""


def codes(one: Round, group: str) -> dict[str, str]:
    """The result of one group, as it stands in a link."""
    return {"themadeel": "stemmen", "stemming": one.id, WHICH: group}


def picture(result: publish.Result, each: publish.GroupResult) -> Picture:
    """What one group said, on the scale that all groups share."""
    highest = max((row["share"] for one in result.groups for row in one.rows), default=1.0)
    return pictures.of_vote(each, highest, result.round.title)


def _closed(scene: Scene, result: publish.Result) -> None:
    one = result.round
    said.lead(result.sentence, texts.ROUND_HELD.format(
        dag=texts.date(one.opened_at), hoe=texts.METHOD[one.method]))  # fmt: skip
    for cell, each in zip(st.columns(max(2, len(result.groups)), gap="large"), result.groups,
                          strict=False):  # fmt: skip
        with cell:
            st.subheader(each.name)
            said.note(each.turnout)
            if each.hidden:
                said.plain(texts.ROUND_HIDDEN)
            else:
                along = take.of("themas-stemmen", scene.place, codes(one, each.group))
                said.picture(picture(result, each), along)
    _mix(result)


def _mix(result: publish.Result) -> None:
    """A weighted sum of both groups: only when somebody asks for it, with the weight beside it."""
    with st.expander(texts.ROUND_MIX_TITLE):
        said.note(texts.ROUND_MIX_HELP)
        if len(result.shares or {}) < len(votes.GROUPS):
            said.note(texts.ROUND_NO_MIX)
            return
        weights = {str(one): f"{one}%" for one in range(0, 101, 10)}
        weight = int(choice.select("gewicht", texts.ROUND_MIX, weights, "50"))
        mixed = publish.mix(result, {"resident": weight, "professional": 100 - weight})
        said.plain(texts.ROUND_MIX_SAID.format(inwoners=weight, anderen=100 - weight))
        tables.show(texts.ROUND_MIX_TABLE, texts.ROUND_MIX_HEADER, mixed)


def _open(scene: Scene, one: Round) -> None:
    said.lead(one.title, texts.ROUND_OPEN)
    left, right = st.columns(2, gap="large")
    with left:
        _invitation()
    with right:
        _turnout(scene, one)
        if scene.may_enter:
            _run(scene, one)


def _invitation() -> None:
    """Where phones go, large enough for the back of the room."""
    address = who.address()
    said.plain(texts.ROUND_ADDRESS)
    said.big(vote_cards.short(address))
    said.drawing(
        vote_cards.qr(f"{address}/stem"), texts.VOTE_QR.format(adres=vote_cards.short(address))
    )
    said.note(texts.ROUND_SCAN)
    if not who.shared():
        st.info(texts.ROUND_LOCAL)


@st.fragment(run_every=LOOK_AGAIN)
def _turnout(scene: Scene, one: Round) -> None:
    if one.id not in {each.id for each in entered.rounds(scene.id) if each.closed_at is None}:
        st.rerun()
    found = publish.turnout(data.register(), one.id, scene.visitor)
    tables.pairs(found)


def _run(scene: Scene, one: Round) -> None:
    """Hand out cards, and close the round."""
    st.subheader(texts.ROUND_CARDS)
    said.note(texts.ROUND_CARDS_HELP)
    group = st.radio(texts.ROUND_FOR, votes.GROUPS, format_func=texts.VOTERS.__getitem__,
                     horizontal=True, key=f"groep-{one.id}")  # fmt: skip
    typed = st.text_input(texts.ROUND_COUNT, "30", key=f"aantal-{one.id}")
    count = texts.read("count", typed)
    if isinstance(count, int) and 0 < count <= votes.MOST_PAPERS:
        said.download(
            texts.ROUND_MAKE.format(aantal=count, groep=texts.VOTERS[group].lower()),
            lambda: _cards(scene, one, group, count),
            f"kaarten-{one.id}-{group}.html",
        )
    else:
        st.error(texts.ROUND_COUNT_WRONG.format(meest=votes.MOST_PAPERS))
    said.note(texts.ROUND_CLOSE_HELP)
    st.button(texts.ROUND_CLOSE, type="primary", on_click=votes.close_round,
              args=(data.register(), scene.visitor, one.id), key=f"sluit-{one.id}")  # fmt: skip


def _cards(scene: Scene, one: Round, group: str, count: int) -> bytes:
    codes = votes.hand_out(data.register(), scene.visitor, one.id, group, count)
    return vote_cards.cards(codes, who.address(), one.title, texts.VOTERS[group])


def _new(scene: Scene) -> None:
    """Open a round about themes of this neighbourhood."""
    themes = {row["id"]: publish.title(row) for row in scene.of("theme")}
    with st.expander(texts.ROUND_NEW), st.form("nieuwe-stemming", border=False):
        title = st.text_input(texts.ROUND_NAME, max_chars=200)
        method = st.radio(texts.ROUND_METHOD, list(texts.METHOD),
                          format_func=texts.METHOD.__getitem__)  # fmt: skip
        about = st.multiselect(texts.ROUND_THEMES, list(themes), list(themes)[:6],
                               themes.__getitem__, placeholder=texts.CHOOSE)  # fmt: skip
        points = st.select_slider(texts.ROUND_POINTS, range(1, 11), 3)
        if not st.form_submit_button(texts.ROUND_START, type="primary"):
            return
    if len(about) < 2 or not title.strip():
        st.error(texts.ROUND_FEW_THEMES)
        return
    id = votes.open_round(
        data.register(), scene.visitor, scene.id, title.strip(), method, about, points
    )
    choice.put("stemming", id)
    st.rerun()
