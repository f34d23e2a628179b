"""Healthier: do they feel (positively) healthier? Response first, then change, then the voices."""

from collections.abc import Sequence

import streamlit as st

from wijzer import publish, texts
from wijzer.instruments import instruments
from wijzer.ui import (
    healthier_choice,
    healthier_door,
    healthier_parts,
    monitor,
    said,
    tables,
    take,
)
from wijzer.ui.healthier_choice import Chosen
from wijzer.ui.healthier_door import View, Where
from wijzer.ui.healthier_pictures import table_cells
from wijzer.ui.take import Take
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The whole page below its title."""
    top = st.container()
    chosen = healthier_choice.choose(scene)
    with top:
        healthier_parts.ribbon(scene, chosen)
        view = _message(scene, chosen)
    if view and chosen.where:
        _measured(scene, chosen, chosen.where, view)
    healthier_parts.web(scene)
    healthier_parts.stories(scene, chosen.filters)
    healthier_parts.population(scene, chosen)


def _message(scene: Scene, chosen: Chosen) -> View | None:
    """The sentence of the page, above all choices; None when there is nothing to measure with."""
    if refused := publish.refused(chosen.outcome):
        said.lead(*refused)
    elif chosen.where is None:
        said.lead(texts.BUURT_NOT_ASKED, texts.BUURT_TO_DO)
    elif view := view_of(scene, chosen):
        said.lead(*view.message)
        if monitor.plan_of(scene) == "absent":
            said.note(texts.state("no_plan", scene.name)[0])
        return view
    else:
        monitor.nothing(scene, "no_plan")
    return None


def view_of(scene: Scene, chosen: Chosen) -> View | None:
    """What may be read of the outcome; None when there is nothing to measure with."""
    if publish.refused(chosen.outcome) or chosen.where is None or _no_plan(scene):
        return None
    asked = chosen.where, chosen.outcome, chosen.number, scene.name
    return healthier_door.view(scene.visitor, *asked)


def _no_plan(scene: Scene) -> bool:
    """Whether there is neither a monitor plan nor anything measured."""
    measured = healthier_door.measured(scene.id, scene.place.subdistricts)
    return monitor.plan_of(scene) == "absent" and not measured


def _measured(scene: Scene, chosen: Chosen, where: Where, view: View) -> None:
    if view.found.state == "no_items":
        healthier_parts.factors(chosen.outcome)
        return
    _response(scene, chosen, view)
    _change(scene, chosen, where, view)
    if chosen.number != publish.START:
        _all(scene, chosen, where)
    _behind(scene, chosen, where, view)
    if view.change_picture:
        st.header(texts.LIMITS_TITLE)
        said.listed(texts.LIMITS)


def _response(scene: Scene, chosen: Chosen, view: View) -> None:
    if view.flow_picture is None or view.flow is None:
        return
    st.header(texts.RESPONSE_TITLE)
    said.note(texts.RESPONSE_HELP)
    left, right = st.columns([3, 2], gap="large")
    with left:
        said.picture(view.flow_picture, _along("gezonder-respons", scene, chosen))
    with right:
        if view.flow.lost:
            said.plain(view.flow.lost, small=view.flow.worth, title=texts.LOST_TITLE)


def _along(tile: str, scene: Scene, chosen: Chosen) -> Take:
    return take.of(tile, scene.place, healthier_choice.codes(chosen))


def _change(scene: Scene, chosen: Chosen, where: Where, view: View) -> None:
    """Pictures and tables of the change, as far as there is one."""
    if view.change_picture is None:
        return
    st.header(texts.CHANGE_TITLE)
    left, right = st.columns([3, 2], gap="large")
    with left:
        said.picture(view.change_picture, _along("gezonder-verandering", scene, chosen))
    with right:
        if view.shares_picture:
            st.subheader(texts.SHARES_TITLE)
            said.picture(view.shares_picture, _along("gezonder-aandelen", scene, chosen))
        _tables(scene, chosen, where, view)


def _tables(scene: Scene, chosen: Chosen, where: Where, view: View) -> None:
    """Yes or no, and the classes of the score: one element."""
    example = healthier_door.answers(where.neighbourhood, where.areas).example(chosen.outcome)
    name = texts.WORD["instrument"][chosen.outcome]
    made = ""
    if view.yes:
        caption = healthier_door.titled(texts.YES_TABLE.format(naam=name), example)
        made += tables.table(caption, texts.YES_HEADER, map(_yes_row, view.yes))
    if view.classes:
        caption = healthier_door.titled(texts.CLASS_TABLE.format(naam=name), example)
        rows = [[one.name, one.before, one.after] for one in view.classes]
        made += tables.table(caption, texts.CLASS_HEADER, rows)
    if made:
        st.subheader(texts.YES_TITLE)
        st.html(made)


def _yes_row(one: publish.YesNo) -> list[tables.Shown]:
    if not one.gap:
        return [one.name, one.before, one.after, texts.NOTHING_CELL, texts.NOTHING_CELL]
    word = texts.CHANGE_SIGN_WORD[one.sign]
    gap = tables.Cell(one.gap, texts.SIGN_MARK[one.sign], one.sign, word)
    return [one.name, one.before, one.after, gap, one.interval]


def _all(scene: Scene, chosen: Chosen, where: Where) -> None:
    """The outcomes of all questionnaires as a table, and the same to take along."""
    found = healthier_door.outcomes(scene.visitor, where, chosen.number)
    if not found:
        return
    example = healthier_door.answers(where.neighbourhood, where.areas).example()
    when = healthier_door.rounds(scene.id)[chosen.number]
    caption = healthier_door.titled(texts.CHANGE_TABLE.format(ronde=when), example)
    rows = [[publish.change_name(one), *table_cells(one)] for one in found]
    tables.show(caption, texts.CHANGE_HEADER, rows)
    said.note(texts.MATTERS_HELP)
    said.download(
        texts.TAKE_CHANGE,
        lambda: file(scene, chosen, found, when, example),
        f"{scene.id}-gezonder-{healthier_door.day_of(scene.id, chosen.number)}.csv",
    )


def _behind(scene: Scene, chosen: Chosen, where: Where, view: View) -> None:
    """What stands behind the figures, and about the questionnaire."""
    found = healthier_door.outcomes(scene.visitor, where, chosen.number)
    adjusted = next((one for one in found if one.instrument == chosen.outcome), None)
    tests = sum(one.points is not None and one.points.p is not None for one in found)
    example = healthier_door.answers(where.neighbourhood, where.areas).example(chosen.outcome)
    name = texts.WORD["instrument"][chosen.outcome]
    caption = healthier_door.titled(texts.DETAILS_TABLE.format(naam=name), example)
    healthier_parts.details(caption, view, adjusted, tests)
    with st.expander(texts.ABOUT_LIST):
        healthier_parts.about(instruments()[chosen.outcome])


def file(
    scene: Scene, chosen: Chosen, found: Sequence[publish.Change], when: str, example: bool
) -> bytes:
    """The same table with what was chosen; an example says so in each row."""
    who = _who(scene, chosen)
    remark = texts.first_upper(texts.EXAMPLE_MARK) if example else ""
    head = [scene.name, scene.place.area.name, who, when]
    rows = []
    for one in found:
        cells = [cell.text if isinstance(cell, tables.Cell) else str(cell)
                 for cell in table_cells(one)]  # fmt: skip
        plain = [cell.removeprefix("+") for cell in cells]
        rows.append([*head, publish.change_name(one), *plain, remark])
    return publish.table_csv(texts.CSV_CHANGE, rows)


def _who(scene: Scene, chosen: Chosen) -> str:
    id = chosen.filters.intervention or chosen.filters.theme
    row = scene.seen["intervention"].get(id) or scene.seen["theme"].get(id)
    return publish.title(row) if row else texts.ALL_INTERVENTIONS
