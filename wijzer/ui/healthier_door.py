"""The cached door of Gezonder: what a visitor may read of the questionnaires, with its pictures."""

from dataclasses import dataclass

from wijzer import publish, texts
from wijzer.access import PUBLIC, Visitor
from wijzer.instruments import Purpose, instruments
from wijzer.lists import CODES
from wijzer.ui import data, entered, healthier_pictures
from wijzer.ui.pictures import Picture

Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Which people: of which neighbourhood, with its subdistricts, and which group of them."""

    neighbourhood: str
    areas: Codes
    slice: str
    area: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything about one outcome in one round for one group, as a visitor may read it."""

    found: publish.Change
    scales: tuple[publish.Change, ...]
    yes: tuple[publish.YesNo, ...]
    classes: tuple[publish.ClassRow, ...]
    flow: publish.Flow | None
    flow_picture: Picture | None
    change_picture: Picture | None
    shares_picture: Picture | None
    message: tuple[str, str]


@entered.kept
def answers(neighbourhood: str, areas: Codes) -> publish.Answers:
    """All sheets of the questionnaires of a neighbourhood; for publish, never for the screen."""
    return _answers(neighbourhood, areas, "questionnaire")


@entered.kept
def _web_answers(neighbourhood: str) -> publish.Answers:
    return _answers(neighbourhood, (), "web")


def _answers(neighbourhood: str, areas: Codes, subject: str) -> publish.Answers:
    return publish.asked(data.register(), entered.seen(PUBLIC), neighbourhood, areas, subject)


@entered.kept
def participants(neighbourhood: str) -> int | None:
    """See publish.who_came."""
    return publish.who_came(data.register(), entered.seen(PUBLIC), neighbourhood)


@entered.kept
def _rounds(neighbourhood: str, subject: str) -> list[publish.Row]:
    return publish.asked_when(data.register(), neighbourhood, subject)


def rounds(neighbourhood: str) -> dict[int, str]:
    """Rounds of the questionnaire: number and name."""
    return {row["number"]: row["name"] for row in _rounds(neighbourhood, "questionnaire")}


def day_of(neighbourhood: str, number: int) -> str:
    """The day of a round, for the name of a file; empty when it is not known."""
    rows = _rounds(neighbourhood, "questionnaire")
    return next((str(row["day"]) for row in rows if row["number"] == number), "")


@entered.kept
def measured(neighbourhood: str, areas: Codes) -> Codes:
    """Instruments to measure with of which there are sheets."""
    known = answers(neighbourhood, areas)
    return tuple(id for id in known.instruments if _measures(id))


def _measures(id: str) -> bool:
    return id in CODES["instrument"] and instruments()[id].purpose is Purpose.MEASURE


@entered.kept
def newest(visitor: Visitor, neighbourhood: str, areas: Codes, instrument: str) -> int | None:
    """The newest later round with enough people, else the newest; None when there is none."""
    known, every = answers(neighbourhood, areas), later(neighbourhood, areas, instrument)
    told = [
        one
        for one in every
        if _measures(instrument) and publish.enough(known, instrument, one, visitor)
    ]
    return max(told or every, default=None)


@entered.kept
def later(neighbourhood: str, areas: Codes, instrument: str) -> tuple[int, ...]:
    """Rounds after the first in which an instrument was given out."""
    every = answers(neighbourhood, areas).numbers(instrument)
    return tuple(number for number in every if number > publish.START)


@entered.kept
def most_pairs(neighbourhood: str, areas: Codes) -> Codes:
    """Instruments that were used, the one that most people filled in twice first."""
    known = answers(neighbourhood, areas)
    return publish.by_pairs(known, measured(neighbourhood, areas))


@entered.kept
def view(visitor: Visitor, where: Where, instrument: str, number: int, place: str) -> View:
    """One outcome, with its pictures. Raises NoOutcome for an instrument to talk with."""
    known = answers(where.neighbourhood, where.areas)
    ask = publish.Ask(number, (where.slice, where.area), visitor)
    scales = tuple(publish.scales_of(known, instrument, ask))
    found, form = scales[0], known.form(instrument)
    shown = found.points is not None and found.state == "shown"
    yes = tuple(publish.yes_no(known, instrument, ask)) if shown else ()
    shares = publish.responders(known, instrument, ask) if shown else []
    flow = _flow(known, instrument, ask, where.neighbourhood)
    name, example = texts.WORD["instrument"][instrument], known.example(instrument)
    return View(
        found,
        scales,
        yes,
        tuple(publish.classes(known, instrument, ask)) if shown else (),
        flow,
        healthier_pictures.of_flow(flow, titled(texts.FLOW_TABLE.format(naam=name), example))
        if flow
        else None,
        _change_picture(visitor, where, instrument, number, scales),
        healthier_pictures.of_shares(shares, titled(name, example), found.points.minimal_text)
        if shares and found.points
        else None,
        publish.message(found, form, yes, place, visitor),
    )


def _flow(
    known: publish.Answers, instrument: str, ask: publish.Ask, neighbourhood: str
) -> publish.Flow | None:
    asked = instrument in known.instruments and known.form(instrument).ready
    if not asked or not known.divides(ask.group):
        return None
    return publish.flow(known, instrument, ask, participants(neighbourhood))


def _change_picture(
    visitor: Visitor,
    where: Where,
    instrument: str,
    number: int,
    scales: tuple[publish.Change, ...],
) -> Picture | None:
    """The chosen outcome with its parts, then the other outcomes; never two lists of one thing."""
    others = [one for one in outcomes(visitor, where, number) if one.instrument != instrument]
    told = [one for one in others if one.points is not None]
    fit = [one for one in told if one.name != scales[0].name]
    rows = [one for one in (*scales, *fit) if one.points is not None]
    if not rows:
        return None
    left = [texts.WORD["instrument"][one.instrument] for one in told if one not in fit]
    example = answers(where.neighbourhood, where.areas).example()
    title = texts.CHANGE_ALT.format(ronde=rounds(where.neighbourhood).get(number, ""))
    return healthier_pictures.of_change(rows, titled(title, example), left)


@entered.kept
def outcomes(visitor: Visitor, where: Where, number: int) -> list[publish.Change]:
    """See publish.outcomes_of."""
    ask = publish.Ask(number, (where.slice, where.area), visitor)
    return publish.outcomes_of(answers(where.neighbourhood, where.areas), ask)


def titled(title: str, example: bool) -> str:
    """A caption that says so when what is under it is invented."""
    return texts.OUTCOME_EXAMPLE.format(wat=title) if example else title


@dataclass(frozen=True, slots=True)
class WebView:
    """The spider webs of a neighbourhood: a picture per round that may be shown, or a sentence.

    `numbers` are those of the rounds.
    """

    rounds: tuple[tuple[str, Picture | None], ...]
    numbers: tuple[int, ...]
    header: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    example: bool


@entered.kept
def webs(visitor: Visitor, neighbourhood: str, position: int) -> WebView:
    """See publish.webs."""
    known = _web_answers(neighbourhood)
    found = publish.webs(known, _rounds(neighbourhood, "web"), visitor)
    header, body = healthier_pictures.web_table(found)
    drawn = [
        (
            texts.WEB_ROUND.format(ronde=texts.first_upper(one.title), aantal=one.sheets),
            healthier_pictures.of_web(
                one,
                titled(texts.WEB_ALT.format(ronde=one.title), known.example()),
                position,
                header,
                body,
            ),
        )
        if one.spokes
        else (texts.WEB_TOO_FEW.format(ronde=texts.first_upper(one.title)), None)
        for one in found
    ]
    numbers = tuple(one.number for one in found)
    return WebView(tuple(drawn), numbers, tuple(header), tuple(map(tuple, body)), known.example())
