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


BLANK = ("BU04840307", "BU04840102", "BU04840107")
"""Buurten with few people: Kromme Aar, Woubrugseweg and Bedrijventerrein Heimanswetering."""


def blank(buurt: str) -> str:
    """A link to a figure that the source does not give for such a buurt."""
    return f"/profiel?wijk=alphen-noord&deel={buurt}&indicator=autos-per-huishouden"


PARTS = {
    "themas-stemmen": "/themas?wijk=alphen-noord&themadeel=stemmen",
    "themas-werkwijze": "/themas?wijk=alphen-noord&themadeel=werkwijze",
    "plan-doelen": "/plan?wijk=alphen-noord&plandeel=doelen",
    "plan-mensen": "/plan?wijk=alphen-noord&plandeel=mensen",
    "plan-aanpak": "/plan?wijk=stevenshof&plandeel=aanpak",
    "plan-bibliotheek": "/plan?wijk=stevenshof&plandeel=bibliotheek",
    "plan-een-doel": ("/plan?wijk=stevenshof&plandeel=doelen&doel=doel-voorbeeld-stevenshof-groen"),
    "plan-een-interventie": (
        "/plan?wijk=stevenshof&plandeel=mix&interventie=interventie-stevenshof-contact"
    ),
    "plan-formulier": "/plan?wijk=stevenshof&plandeel=doelen&bewerk=goal:doel-nieuw&typ=look",
}
"""The other parts of Thema's and Plan, one goal, one intervention, and a form that is open."""


DEEP = {
    "profiel-oudshoorn": "/profiel?wijk=alphen-noord&deel=WK048401",
    "profiel-moerwijk-eenzaam": "/profiel?wijk=zuidwest&deel=WK051836&indicator=eenzaam",
    **{f"profiel-leeg-{buurt}": blank(buurt) for buurt in BLANK},
    "profiel-onbekend": "/profiel?wijk=atlantis&deel=WK999999&indicator=geluk",
    **PARTS,
}
"""A subdistrict, an indicator, buurten without a figure, codes that do not exist, and parts."""
