"""What stands with figures that are taken along: labels of the facts, forms, and file names."""

FACT_EXAMPLE = "Let op"
FACT_PLACE = "Gebied"
FACT_SUBJECT = "Onderwerp"
FACT_PERIOD = "Datum van de cijfers"
FACT_SOURCE = "Bron"
FACT_BENCHMARK = "Vergeleken met"
FACT_RULE = "Regel"
FACT_ROLE = "Voor wie"
FACT_MADE = "Gemaakt op"
FACT_ADDRESS = "Link"
EXAMPLE_SENTENCE = "Voorbeeldcijfers: verzonnen, ze zeggen niets over de wijk."
MADE_ON = "Gemaakt op {datum}."
ROLE_SEES = {
    "team": "het team van de wijk",
    "public": "iedereen",
}
"""By role, for whom the figures were published."""
RULE_SIGN = "Een teken staat er vanaf een half procentpunt verschil."

TAKE_ALONG = "Neem mee of laat zien"
TAKE_FORM = {
    "png": "Plaatje (PNG)",
    "svg": "Tekening (SVG)",
    "csv": "Cijfers (CSV)",
    "xlsx": "Excel",
    "pdf": "Vel om te printen (PDF)",
    "pptx": "PowerPoint",
    "geojson": "Kaart (GeoJSON)",
    "gpkg": "Kaart (GeoPackage)",
    "html": "Bestand zonder internet (HTML)",
}
"""By ending of a file, what it is called."""
TO_PRESENTATION = "Naar de presentatie"
FULL_SCREEN = "Groot in beeld"
LASTING_LINK = "Vaste link en insluiten"
