"""Where the tests go: every page of the frame, and links that people send each other."""

from wijzer import catalog
from wijzer.ui import frame


def pages() -> list[str]:
    """URL paths of all pages, `/` first: a new page is tested without another line here."""
    return ["/" + page.url_path.strip("/") for page in frame.PAGES]


def neighbourhoods() -> list[str]:
    """Codes of all neighbourhoods."""
    return list(catalog.neighbourhoods())


def every_view() -> list[str]:
    """Every page for every neighbourhood."""
    return [f"{page}?wijk={code}" for page in pages() for code in neighbourhoods()]


DEEP = {
    "profiel-oudshoorn": "/profiel?wijk=alphen-noord&deel=WK048401",
    "profiel-moerwijk-eenzaam": "/profiel?wijk=zuidwest&deel=WK051836&indicator=eenzaam",
    "profiel-kromme-aar": "/profiel?wijk=alphen-noord&deel=BU04840307&indicator=autos-per-huishouden",
    "profiel-woubrugseweg": "/profiel?wijk=alphen-noord&deel=BU04840102&indicator=autos-per-huishouden",
    "profiel-heimanswetering": "/profiel?wijk=alphen-noord&deel=BU04840107&indicator=autos-per-huishouden",
    "profiel-onbekend": "/profiel?wijk=atlantis&deel=WK999999&indicator=geluk",
}
"""A subdistrict, an indicator, three buurten without figures, and codes that do not exist."""
