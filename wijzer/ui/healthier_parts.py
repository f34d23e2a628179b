"""Parts of Gezonder around the figures: details, the questionnaire, webs, stories, population."""

from html import escape

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.instruments import Instrument, Scale, instruments
from wijzer.publish import Row
from wijzer.ui import (
    choice,
    event_door,
    healthier_choice,
    healthier_door,
    said,
    tables,
    take,
    things,
)
from wijzer.ui.choice import Chooser
from wijzer.ui.healthier_choice import Chosen
from wijzer.ui.healthier_door import View
from wijzer.ui.monitor import Filters
from wijzer.ui.pictures import Picture
from wijzer.ui.things import Scene

POPULATION = "ervaren-gezondheid"
IN_A_ROW = 3


def ribbon(scene: Scene, chosen: Chosen) -> None:
    """A ribbon when anything on the page is invented."""
    if example(scene, chosen):
        said.example(texts.EXAMPLE_MONITOR)


def example(scene: Scene, chosen: Chosen) -> bool:
    """Whether anything on the page is invented."""
    place = scene.place
    found = [
        healthier_door.answers(scene.id, place.subdistricts).example(),
        healthier_door.webs(scene.visitor, scene.id, place.position).example,
        publish.examples(_stories(scene, chosen.filters)),
        publish.examples([*scene.of("intervention"), *scene.of("theme"), *scene.of("story")]),
        publish.examples([*scene.of("monitor_plan"), *scene.of("survey_round")]),
    ]
    return any(found)


def details(caption: str, view: View, adjusted: publish.Change | None, tests: int) -> None:
    """Tests and sizes of each scale, in a drawer."""
    rows = [
        [_called(one, code, tests), value]
        for one in (adjusted or view.found, *view.scales[1:])
        for code, value in one.details
    ]
    rows += [
        [texts.DETAIL["mcnemar"].format(naam=one.name), one.p_mid] for one in view.yes if one.p_mid
    ]
    if rows:
        with st.expander(texts.DETAILS_TITLE):
            tables.show(caption, texts.DETAILS_HEADER, rows)


def _called(one: publish.Change, code: str, tests: int) -> str:
    label = texts.DETAIL[code].format(aantal=tests) if code == "adjusted" else texts.DETAIL[code]
    return f"{one.name}: {label}" if one.part else label


def about(form: Instrument) -> None:
    """What is asked, how it is scored, what may be missing, and where it comes from."""
    questions = [f"{one.id}. {one.text}" for one in form.items]
    norms = [
        texts.NORM.format(punten=texts.plain_number(one.minimal), bron=one.minimal_source)
        for one in form.scales
        if one.minimal
    ]
    said.plain(form.question, form.note, *norms, *questions)
    header = texts.LIST_HEADER
    tables.show(texts.LIST_TABLE.format(naam=form.name), header, map(_scale_row, form.scales))
    name = tables.link(form.source, form.url)
    st.html(f'<p class="wz-source">{texts.SOURCE}: {name}. {escape(form.licence)}.</p>')


def _scale_row(one: Scale) -> list[str]:
    limits = [
        *(texts.CLASS_FROM.format(naam=cut.label, grens=texts.plain_number(cut.low))
          for cut in one.cutoffs),
        *(_flag_text(flag.name, flag.at_least, flag.below) for flag in one.flags),
    ]  # fmt: skip
    ends = {"laag": texts.plain_number(one.low), "hoog": texts.plain_number(one.high)}
    way = texts.DIRECTION_SENTENCE[one.way]
    return [one.name, texts.LIST_RANGE.format(**ends), way, _missing(one), "; ".join(limits)]


def _flag_text(name: str, at_least: float | None, below: float | None) -> str:
    if at_least is not None:
        return texts.CLASS_FROM.format(naam=name, grens=texts.plain_number(at_least))
    return texts.CLASS_BELOW.format(naam=name, grens=texts.plain_number(below or 0))


def _missing(one: Scale) -> str:
    if one.min_share:
        return texts.MAY_MISS_HALF.format(deel=texts.amount(100 * one.min_share, "%"))
    if one.max_missing:
        return texts.MAY_MISS.format(aantal=one.max_missing)
    return texts.MAY_MISS_NONE


def factors(outcome: str) -> None:
    """What was published about the factors of an instrument whose items are not public."""
    form = instruments()[outcome]
    rows = [
        [one.name, str(one.size) if one.size else texts.ITEMS_UNKNOWN]
        for one in form.scales
        if not one.of
    ]
    name = texts.WORD["instrument"][outcome]
    caption = texts.FACTORS_PUBLISHED.format(naam=name)
    tables.show(caption, texts.FACTORS_PUBLISHED_HEADER, rows)
    said.plain(form.note)
    st.html(f'<p class="wz-source">{texts.SOURCE}: {tables.link(form.source, form.url)}</p>')


def web(scene: Scene) -> None:
    """The spider web per round, to talk about."""
    st.header(texts.WEB_TITLE)
    said.note(texts.WEB_HELP)
    found = healthier_door.webs(scene.visitor, scene.id, scene.place.position)
    if not found.rounds:
        said.note(texts.WEB_NONE.format(wijk=scene.name))
        return
    cells = st.columns(max(2, min(IN_A_ROW, len(found.rounds))))
    for place, (number, (said_of, picture)) in enumerate(
        zip(found.numbers, found.rounds, strict=True)
    ):
        with cells[place % len(cells)]:
            said.plain(said_of)
            if picture:
                said.chart(picture)
                along = take.of("gezonder-web", scene.place, {WEB: str(number)})
                st.html(take.html(along, picture.title))
    if found.body:
        caption = healthier_door.titled(texts.WEB_TABLE, found.example)
        with st.expander(texts.AS_TABLE):
            tables.show(caption, found.header, found.body)


WEB = "beeld"
"""In the codes of a tile: which of the webs beside each other, by the number of its round."""


def stories(scene: Scene, filters: Filters) -> None:
    """What residents say, with consent; one element."""
    st.header(texts.HEALTHIER_STORIES)
    found = _stories(scene, filters)
    said.note(texts.STORIES_HELP if found else texts.STORIES_NONE)
    if found:
        st.html(f'<div class="wz-beside">{"".join(map(_story, found))}</div>')
    things.edit_list(scene, "story", found)


def _stories(scene: Scene, filters: Filters) -> list[Row]:
    """Stories that fit the filters; a story without theme or intervention fits none."""
    rows = [
        row
        for row in scene.of("story")
        if filters.intervention in ("", row["intervention"])
        and (filters.intervention or _of_theme(scene, row, filters.theme))
    ]
    return sorted(rows, key=lambda row: (str(row["day"] or ""), row["id"]), reverse=True)


def _of_theme(scene: Scene, row: Row, theme: str) -> bool:
    intervention = scene.seen["intervention"].get(row["intervention"] or "")
    through = publish.many(intervention, "themes") if intervention else []
    return theme in ("", row["theme"], *through)


def _story(row: Row) -> str:
    day = f", {texts.date(row['day'])}" if row["day"] else ""
    kind = texts.first_upper(texts.WORD["story"][row["form"]])
    by = texts.STORY_BY.format(soort=kind, wie=texts.WORD["speaker"][row["speaker"]], dag=day)
    return (
        f'<blockquote class="wz-quote"><p>{escape(row["text"])}</p>'
        f"<footer>{escape(by)}</footer></blockquote>"
    )


def population(scene: Scene, chosen: Chosen) -> None:
    """The trend of all residents, apart and last, with its own warning."""
    st.header(texts.POPULATION_TITLE)
    said.note(texts.POPULATION_WARNING)
    one = of_everybody(scene, chosen, choice)
    marked = example(scene, chosen)
    if not marked and event_door.invented(scene.visitor, scene.id, one):
        said.example(texts.EXAMPLE_CONTENT)
    along = take.of(
        "gezonder-bevolking", scene.place, healthier_choice.codes(chosen) | {"bevolking": one}
    )
    said.picture(trend_of_everybody(scene, one), along)


def trend_of_everybody(scene: Scene, indicator: str) -> Picture:
    """The trend of a figure about all residents, with what happened in the plan and was learned."""
    area, position = scene.place.area.code, scene.place.position
    return event_door.trend_picture(scene.visitor, scene.id, indicator, area, position)


def of_everybody(scene: Scene, chosen: Chosen, by: Chooser) -> str:
    """The figure about all residents that is chosen: by default it goes with the outcome."""
    known = catalog.indicators()
    options = [*healthier_choice.models(scene, chosen.filters.theme), POPULATION]
    if chosen.outcome in known:
        options.insert(0, chosen.outcome)
    names = {id: known[id].name for id in dict.fromkeys(options)}
    default = chosen.outcome if chosen.outcome in names else POPULATION
    if chosen.filters.theme:
        default = next(iter(names))
    return by.select("bevolking", texts.POPULATION_CHOICE, names, default, elsewhere=list(known))
