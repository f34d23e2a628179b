"""What happened in the plan and what was learned, in words: beside every trend."""

from datetime import date as Date

from wijzer.texts.numbers import date, number

EVENT = {
    "start": "start",
    "ended": "einde",
    "stopped": "gestopt",
    "adjust": "besluit: bijsturen",
    "stop": "besluit: stoppen",
    "scale_up": "besluit: opschalen",
    "go_on": "besluit: doorgaan",
    "adaptation": "aanpassing",
    "decision": "besluit van een bijeenkomst",
    "lesson": "les",
}
EVENT_MARK = {"start": "▶", "stop": "■", "change": "◆", "decision": "▲", "lesson": "●"}
EVENTS_HELP = "Lijnen met een cijfer: wat er in die tijd gebeurde. Dat is geen oorzaak."
EVENTS_TABLE = "Wat er in die tijd begon, stopte, veranderde of geleerd werd"
EVENTS_HEADER = ("Nummer", "Wanneer", "Wat", "Naam")
NOT_DRAWN = "niet getekend"


def events_rest(count: int) -> str:
    """How many events stand in the table only; empty for none."""
    if not count:
        return ""
    return f"Nog {number(count)} {'staat' if count == 1 else 'staan'} alleen in de tabel."


def event(mark: str, what: str, name: str, day: Date) -> str:
    """What happened, to which intervention, on which day; without an end."""
    return f"{mark} {what}: ‘{name}’, {date(day)}" if name else f"{mark} {what}, {date(day)}"
