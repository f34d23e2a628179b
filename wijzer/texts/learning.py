"""Words of the page Leren."""

LEARN_PAGE = "Leren"
LEARN_TITLE = "Hoe gaan we verder in {wijk}?"
