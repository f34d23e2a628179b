"""What a voter reads: the pages on the phone and the cards with a code."""

VOTE_TITLE = "Stemmen"
VOTE_ASK = "Vul de code van uw kaart in."
VOTE_CODE = "Uw code"
VOTE_CODE_HINT = "Bijvoorbeeld K3F9-X2MN. Hoofdletters en streepjes zijn niet nodig."
VOTE_GO = "Ga verder"
VOTE_NO_CODE = "U hebt nog geen code ingevuld. De code staat op uw kaart."

VOTE_DOTS_MORE = "U mag meer punten aan één thema geven. U hoeft niet alles te gebruiken."
VOTE_RANK = "Geef elk thema een plaats. Plaats 1 is voor u het belangrijkst."
VOTE_NO_PLACE = "kies"
VOTE_PLACE = "plaats"
VOTE_POINTS = "punten"
VOTE_SEND = "Stuur mijn stem"
VOTE_SECRET = "Op uw stem staat geen naam en geen code."
VOTE_AGAIN = "Lukt het niet? Druk gerust nog een keer. Uw stem telt één keer."

VOTE_FAULT = "Let op"
VOTE_FAULTS = {
    "empty": "U hebt nog geen punten gegeven. Geef één of meer thema’s een punt.",
    "places": "Geef elk thema een plaats. Gebruik elke plaats één keer.",
    "unknown": "Wij konden niet alles lezen. Kijk uw keuzes na en stuur ze opnieuw.",
}

VOTE_COUNTED = "Uw stem is geteld"
VOTE_THANKS = ("Dank u wel.", VOTE_SECRET, "U mag deze pagina sluiten.")
VOTE_OTHER = "Stem met een andere code"

VOTE_USED = "Met deze code is al gestemd"
VOTE_USED_MORE = (
    "Elke code telt één keer. Hebt u zelf al gestemd? Dan is uw stem geteld.",
    "Hebt u nog niet gestemd? Vraag dan hulp aan iemand van de organisatie.",
)

VOTE_UNKNOWN = "Deze code werkt niet"
VOTE_UNKNOWN_MORE = (
    "De code is niet bekend, of de stemming is gesloten.",
    "Kijk op uw kaart en vul de code opnieuw in. De tekens 0, 1, I, L en O komen niet voor.",
    "Zag u al dat uw stem is geteld? Dan hoeft u niets te doen.",
)
VOTE_MANY_WRONG = (
    "Er zijn net veel verkeerde codes ingevuld. Wacht een minuut als u uw code niet weet.",
    "Een goede code werkt altijd meteen.",
)

VOTE_TOO_LARGE = "Dit formulier is te groot"
VOTE_BUSY = "Stemmen lukt nu even niet"
VOTE_BUSY_MORE = "Wacht een minuut en laad deze pagina opnieuw. Uw stem telt één keer."

VOTE_QR = "QR-code voor {adres}"
VOTE_CARDS = "Stemkaarten: {titel}"
VOTE_CARD_SCAN = "Scan met de camera van uw telefoon."
VOTE_CARD_TYPE = "Of ga naar:"
VOTE_CARD_ONCE = "Deze kaart telt één keer."


def vote_points(count: int) -> str:
    """A number of points to give: "3 punten"."""
    return "1 punt" if count == 1 else f"{count} punten"


def vote_dots(points: int) -> str:
    """How many points a voter has."""
    if points == 1:
        return "U hebt 1 punt. Geef het aan het thema dat u het belangrijkst vindt."
    return f"U hebt {points} punten. Verdeel ze over de thema’s die u het belangrijkst vindt."


def vote_too_many(given: int, points: int) -> str:
    """What to do when more points were given than there are."""
    return f"U gaf {vote_points(given)}. U hebt er {points}. Haal er {given - points} weg."
