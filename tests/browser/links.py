"""Where the tests go: every page of the frame, and links that people send each other."""

from wijzer import catalog
from wijzer.ui import frame


def pages() -> list[str]:
    """URL paths of all pages, `/` first: a new page is tested without another line here."""
    return ["/" + page.url_path.strip("/") for page in frame.PAGES]


def neighbourhoods() -> list[str]:
    """Codes of all neighbourhoods."""
    return list(catalog.neighbourhoods())


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
    "leren-logboek": "/leren?wijk=alphen-noord&leerdeel=logboek&niveau=central",
    "leren-leervragen": "/leren?wijk=stevenshof&leerdeel=leervragen",
    "leren-bijeenkomsten": "/leren?wijk=stevenshof&leerdeel=bijeenkomsten",
    "leren-een-bijeenkomst": (
        "/leren?wijk=alphen-noord&leerdeel=bijeenkomsten"
        "&bijeenkomst=bijeenkomst-voorbeeld-alphen-noord-2026-09"
    ),
    "leren-verhalen": "/leren?wijk=zuidwest&leerdeel=verhalen",
    "leren-wegwijzer": "/leren?wijk=zuidwest&leerdeel=wegwijzer&plank=tool",
    "leren-zoeken": "/leren?wijk=alphen-noord&leerdeel=zoeken&zoek=eenzaamheid",
}
"""The other parts of Thema's, Plan and Leren, one goal, one intervention, one meeting, a search,
and a form that is open."""


DEEP = {
    "profiel-oudshoorn": "/profiel?wijk=alphen-noord&deel=WK048401",
    "profiel-moerwijk-eenzaam": "/profiel?wijk=zuidwest&deel=WK051836&indicator=eenzaam",
    **{f"profiel-leeg-{buurt}": blank(buurt) for buurt in BLANK},
    "profiel-onbekend": "/profiel?wijk=atlantis&deel=WK999999&indicator=geluk",
    "vergelijken-rang": "/vergelijken?volgorde=verschil&rang=ja",
    "vergelijken-plan": "/vergelijken?beeld=plan",
    **PARTS,
}
"""A subdistrict, an indicator, buurten without a figure, codes that do not exist, and parts."""


OWN = {
    "tegel-trend": "/tegel/profiel-trend?wijk=alphen-noord&deel=WK048402&indicator=eenzaam",
    "tegel-kaart-ingesloten": "/tegel/profiel-kaart?wijk=zuidwest&embed=true",
    "toon-profiel-1": "/toon?set=profiel&wijk=alphen-noord&deel=WK048402#1",
    "toon-profiel-3": "/toon?set=profiel&wijk=alphen-noord&deel=WK048402#3",
    "toon-vragen-2": "/toon?set=vragen&wijk=alphen-noord#2",
    "toon-vergelijken-2": "/toon?set=vergelijken&wijk=zuidwest#2",
    "api-uitleg": "/api/",
}
"""Pages that we make whole, without Streamlit: a tile, slides, and the interface for programs."""
