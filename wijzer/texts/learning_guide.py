"""Words of the Wegwijzer, and of the lines about the four questions on the first page."""

GUIDE_TITLE = "Wegwijzer: ervaringen, kennis en instrumenten"
GUIDE_LEAD = (
    "De Wegwijzer ordent wat anderen al weten bij de vier vragen van de monitor. "
    "Bij elk item staan de bron en de link."
)
GUIDE_GENERAL = "Bij alle vragen"
GUIDE_FOUND = "U ziet {aantal} van de {totaal} items."
GUIDE_NONE = "Bij deze keuze past geen item. Kies minder filters."
GUIDE_EMPTY = "De Wegwijzer is nog leeg."
GUIDE_SHELF = "Ervaring, kennis of instrument"
GUIDE_STEP = "Stap"
GUIDE_DOMAIN = "Onderwerp"
GUIDE_READER = "Voor wie"
GUIDE_FOR = "Voor"

FOUR_TITLE = "De vier vragen, en wat de volgende bijeenkomst moet besluiten"
FOUR_HELP = "Per wijk één regel bij elke vraag van de monitor. Klik op een vraag voor het bewijs."
FOUR_NEXT = "Volgende bijeenkomst"
FOUR_TO_LEARN = "Naar de acties van {wijk}"
FOUR_NO_MEETING = "Er is nog geen datum voor een volgende bijeenkomst."
