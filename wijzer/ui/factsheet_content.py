"""What stands on the factsheet of a place, each part from the door of its own page."""

from datetime import date
from urllib.parse import urlencode

from wijzer import catalog, publish, texts
from wijzer.export.factsheet import Factsheet, Part, Plan, Told
from wijzer.lists import CODES
from wijzer.model import Fact
from wijzer.publish import Row, learning
from wijzer.ui import data, entered, factsheet_lines, profile_page, things, tiles
from wijzer.ui import factsheet_figures as figures
from wijzer.ui.places import Place
from wijzer.ui.things import Scene
from wijzer.ui.tiles.wish import Wish

PILLARS = CODES["pillar"]


def of(wish: Wish, day: date, home: str) -> Factsheet:
    """The factsheet of the place of a wish; `home` is the address where the app answers."""
    place, scene = wish.place, wish.scene
    rows = data.profile(place.area.code)
    lead, worth = profile_page.lead(place, rows)
    close_by = figures.telling(rows, place.area.code)
    named = figures.named(rows, close_by)
    themes, plan, coming = _themes(scene), _plan(scene), _coming(scene, day)
    lines = factsheet_lines.lines(wish)
    invented = [themes.example, plan.example, coming.example, *(one.example for one in lines)]
    return Factsheet(
        place=place.area.name,
        within=_within(place),
        whole=scene.name,
        municipality=place.municipality.name,
        made_on=day,
        lead=lead,
        worth=worth,
        story=_told(place.neighbourhood.story),
        threads=tuple(one.text for one in place.neighbourhood.threads),
        thread_source=_told(place.neighbourhood.threads),
        inhabitants=_inhabitants(place),
        people=tiles.made(wish.visitor, "profiel-mensen", wish.where),
        groups=tuple(
            figures.group(one.name, figures.in_domain(rows, one.id)) for one in catalog.DOMAINS
        ),
        figure=catalog.indicator(close_by).name,
        map=figures.on_map(wish, close_by),
        trend=figures.through_time(wish, close_by),
        themes=themes,
        plan=plan,
        questions=lines,
        coming=coming,
        reading=figures.reading(named),
        about=figures.about(wish, named),
        address=f"{home}/profiel?{urlencode(wish.where)}",
        example=any(invented) or any(row["example"] for row in rows),
    )


def _within(place: Place) -> str:
    said = texts.FACTSHEET_WHOLE if place.whole else texts.FACTSHEET_PART
    return said.format(wijk=place.neighbourhood.name, gemeente=place.municipality.name)


def _told(found: tuple[Fact, ...]) -> Told:
    """The first of these facts, with where it was published."""
    return next((Told(one.text, one.source.text, one.source.url) for one in found), Told(""))


def _inhabitants(place: Place) -> str:
    count, year = data.inhabitants(place.area.code)
    if count is None:
        return texts.NO_PEOPLE
    share = data.age_shares(place.area.code)
    young, old = (share.get(group) or texts.NO_FIGURE for group in ("0-15", "65+"))
    return texts.FACTSHEET_PEOPLE.format(aantal=texts.number(count), jaar=year, jong=young, oud=old)


def _themes(scene: Scene) -> Part:
    """The chosen themes and those that were named, with who chose them and when: once if all were
    chosen together."""
    chosen, named = (publish.themes(scene.seen, scene.id, one) for one in ("chosen", "proposed"))
    rows = [*chosen, *named]
    said = texts.themes_counted(len(chosen), len(named))
    shared = _decided(rows[0]) if rows else ""
    items = tuple(
        _name(row) if _decided(row) == shared else f"{_name(row)}. {_decided(row)}" for row in rows
    )
    return Part(f"{said} {shared}".strip(), items, publish.examples(rows))


def _name(row: Row) -> str:
    """What a thing is called, as in a link to it."""
    return texts.shortened(publish.named(row), things.LONGEST_LABEL)


def _decided(row: Row) -> str:
    return texts.decided(row["choice"], row["decided_by"] or "", row["period"] or "")


def _plan(scene: Scene) -> Plan:
    """How many interventions stand where, what runs and what lacks."""
    rows, found = scene.of("intervention"), entered.matrix(scene.visitor, scene.id, "")
    if not rows:
        return Plan(texts.NO_INTERVENTIONS.format(wijk=scene.name))
    return Plan(
        found.sentence,
        (texts.FACTSHEET_PLAN_THEME, *map(_pillar, PILLARS)),
        tuple(
            (
                texts.shortened(texts.first_upper(name), things.LONGEST_LABEL),
                *(_cell(found.cells[theme, one]) for one in PILLARS),
            )
            for theme, name in found.rows
        ),
        tuple(_name(row) for row in rows if row["run"] == "running"),
        tuple(found.gaps),
        publish.examples(rows),
    )


def _pillar(code: str) -> str:
    return texts.first_upper(texts.WORD["pillar"][code])


def _cell(rows: list[Row]) -> str:
    return texts.pillar_cell(len(rows), sum(row["run"] == "running" for row in rows))


def _coming(scene: Scene, day: date) -> Part:
    """The next meeting and the open actions."""
    meeting = learning.next_meeting(scene.seen, scene.id, day)
    actions = learning.open_actions(scene.seen, scene.id)
    said = f"{_meeting(meeting)} {texts.actions_open(len(actions))}"
    shown = [*actions, *([meeting] if meeting else [])]
    return Part(said, tuple(_action(row, day) for row in actions), publish.examples(shown))


def _meeting(row: Row | None) -> str:
    if row is None:
        return texts.FACTSHEET_NO_MEETING
    return texts.FACTSHEET_MEETING.format(dag=texts.date(row["day"]), naam=_name(row))


def _action(row: Row, day: date) -> str:
    late = learning.state_of(row, day) == "late"
    said = texts.FACTSHEET_LATE if late else texts.FACTSHEET_ACTION
    return said.format(actie=_name(row), wie=row["owner"], dag=texts.date(row["due"]))
