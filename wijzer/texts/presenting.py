"""Words of the page Presenteren, and of the slides on the wall."""

PRESENT_PAGE = "Presenteren"
PRESENT_TITLE = "Presenteren in {wijk}"
