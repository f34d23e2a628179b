"""What the four pages of the monitor share: their names, filters, and why there is no figure."""

from datetime import date as Date

from wijzer.texts.entry import EXAMPLE_MARK
from wijzer.texts.numbers import date

MENU_MONITOR = "Monitor: vier vragen"
REACH_PAGE = "1 Bereik"
HEALTHIER_PAGE = "2 Gezonder"
COOPERATION_PAGE = "3 Samenwerking"
FOCUS_PAGE = "4 Focus"

FILTER_THEME = "Thema"
FILTER_INTERVENTION = "Interventie"
FILTER_PERIOD = "Periode"
FILTER_ROUND = "Meetronde"
ALL_THEMES = "alle thema’s"
ALL_INTERVENTIONS = "alle interventies"
WHOLE_PERIOD = "vanaf het begin"

STATE = {
    "no_plan": "Voor {wijk} is er nog geen monitorplan. Dat is een normale situatie bij de start.",
    "not_measured": "In {wijk} is dit nog niet gemeten.",
    "too_few": "Er zijn te weinig gegevens om iets te laten zien. Dat beschermt mensen.",
    "not_comparable": "Deze metingen zijn niet met elkaar te vergelijken.",
}
TO_DO = {
    "no_plan": "Maak met partners en inwoners een monitorplan. Spreek af wat u meet en wanneer.",
    "not_measured": "Vul gegevens in, of lees een bestand in bij Gegevens.",
    "too_few": "Wacht op meer gegevens, of kies een groter gebied of een langere periode.",
    "not_comparable": "Kies twee metingen met dezelfde vragen en dezelfde mensen of partners.",
}
EXAMPLE_MONITOR = "Voorbeeld: deze gegevens zijn verzonnen. Zij laten zien hoe de monitor werkt."
NO_CAUSE = "Er is geen controlegroep. Wij zeggen daarom niet dat dit door de aanpak komt."
HIDDEN_CELL = "verborgen"
FEWER_THAN = "minder dan {aantal}"
TO_IMPORT = "Gegevens inlezen"


def marked(title: str, example: bool) -> str:
    """A title, with the mark when anything under it is invented."""
    return f"{title} ({EXAMPLE_MARK})" if example else title


def on_day(day: Date | None) -> str:
    """What a thing without a name is called: its day."""
    return date(day) if day else "zonder dag"


def state(kind: str, place: str) -> tuple[str, str]:
    """Why there is no figure, and what to do: two sentences each of their own."""
    return STATE[kind].format(wijk=place), TO_DO[kind]
