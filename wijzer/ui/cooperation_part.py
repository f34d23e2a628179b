"""What stands below the networks on Samenwerking: one partner, referrals, factors, and forms."""

from html import escape

import streamlit as st

from wijzer import publish, texts
from wijzer.lists import CODES
from wijzer.publish import Compared, Cooperation, Row
from wijzer.publish.cooperation import FEWEST_IN_SECTOR, MIN_PARTNERS, MIN_RESPONSE
from wijzer.publish.partners import FEWEST_RATERS
from wijzer.ui import choice, links, said, tables, things
from wijzer.ui import cooperation_door as door
from wijzer.ui.cooperation_pictures import small
from wijzer.ui.things import Scene

NONE = "geen"


def ribbon(scene: Scene, found: Cooperation) -> None:
    """A visible ribbon where anything on the page is invented."""
    if example(scene, found):
        said.example(texts.EXAMPLE_MONITOR)


def example(scene: Scene, found: Cooperation) -> bool:
    """Whether anything on the page is invented."""
    chain = door.referrals(scene.visitor, scene.id)
    return found.example or chain.example or publish.examples(scene.of("factor"))


def explanation(found: Cooperation) -> None:
    """What the measures mean, how they are made and where they come from; one click away."""
    means = "".join(
        f"<dt>{escape(_name(key))}</dt><dd>{escape(text)}</dd>"
        for key, text in texts.MEASURE_MEANS.items()
    )
    rounds = texts.enumerate_words([one.name for one in found.waves])
    said_of = [
        texts.COUNTED_ONCE,
        texts.COMPARED_WHEN.format(grens=texts.whole_percent(MIN_RESPONSE), minst=MIN_PARTNERS),
        *([] if found.named else [texts.NAMES_HIDDEN.format(minst=FEWEST_IN_SECTOR)]),
        texts.SOURCE_ROUNDS.format(rondes=rounds),
        texts.NETWORK_SOURCES,
    ]
    how = "".join(f'<p class="wz-text">{escape(one)}</p>' for one in said_of)
    with st.expander(texts.MEASURES_MORE):
        st.html(
            f'<dl class="wz-pairs">{means}</dl>'
            f'<p class="wz-text"><b>{escape(texts.COOPERATION_METHOD)}</b></p>{how}'
        )


def _name(key: str) -> str:
    return texts.LADDER if key == "level" else texts.MEASURES[key]


def below(scene: Scene, found: Cooperation, view: Compared | None, rows: list[list[str]]) -> None:
    """One partner, the chain, the factors, the download and the forms."""
    if view and found.named:
        _partner(scene, found)
    rows = [*rows, *_chain(scene)]
    _factors(scene)
    if rows:
        day = f"-{view.second.day.isoformat()}" if view else ""
        name = f"samenwerking-{scene.id}{day}.csv"
        said.download(
            texts.TAKE_COOPERATION, lambda: publish.table_csv(texts.CSV_HEADER, rows), name
        )
    _forms(scene)


def _partner(scene: Scene, found: Cooperation) -> None:
    """For the team: the ties of one partner in every round."""
    asked = {id for one in found.waves for id in one.asked.roster}
    names = {id: found.titles[id] for id in sorted(asked, key=found.titles.__getitem__)}
    elsewhere = list(scene.seen["partner"])
    options = {NONE: texts.NO_PARTNER} | names
    id = choice.select("partner", texts.OWN_VIEW, options, NONE, elsewhere)
    if id != NONE:
        note = texts.OWN_NOTE.format(minst=FEWEST_RATERS)
        st.html(door.partner(scene.visitor, scene.id, id) + small(note))


def _chain(scene: Scene) -> list[list[str]]:
    """The chain of referrals. Returns the lines for the download."""
    st.header(texts.CHAIN_TITLE)
    chain = door.referrals(scene.visitor, scene.id)
    if not chain.rows:
        said.note(texts.CHAIN_NONE)
        return []
    mark = texts.EXAMPLE_MARK if chain.example else ""
    caption = f"{texts.CHAIN_TABLE} ({mark})" if mark else texts.CHAIN_TABLE
    part = texts.CHAIN_PART.format(aantal=chain.incomplete) if chain.incomplete else ""
    days = texts.CHAIN_DAYS if scene.may_enter else ""
    note = small(" ".join(filter(None, [texts.CHAIN_NOTE, days, part])))
    st.html(tables.table(caption, chain.header, chain.rows) + note)
    return [
        [texts.CHAIN_TITLE, column, name, "", cell, mark]
        for name, *cells in chain.rows
        for column, cell in zip(chain.header[1:], cells, strict=True)
    ]


def _factors(scene: Scene) -> None:
    """The success factors as they stand, with the way to judge them."""
    st.header(texts.COOPERATION_FACTORS)
    order = CODES["factor"].index
    rows = sorted(scene.of("factor"), key=lambda row: order(row["factor"]))
    items = "".join(f"<li>{_factor(row)}</li>" for row in rows)
    body = f'<ul class="wz-list">{items}</ul>' if items else small(texts.NO_FACTORS)
    st.html(body + links.to_part("plan", texts.TO_APPROACH, plandeel="aanpak"))


def _factor(row: Row) -> str:
    status = row["status"] or "unknown"
    mark, word = texts.FACTOR_MARK[status], texts.WORD["factor_status"][status]
    return f'<b aria-hidden="true">{mark}</b> {escape(f"{things.name(row)}: {word}")}'


def _forms(scene: Scene) -> None:
    if not scene.may_enter:
        return
    st.header(texts.COOPERATION_FORMS)
    rounds = [row for row in scene.of("survey_round") if row["subject"] == "network"]
    things.edit_list(scene, "survey_round", rounds)
    with st.container(horizontal=True):
        things.new_button(scene, "referral")
        things.new_button(scene, "partner")
