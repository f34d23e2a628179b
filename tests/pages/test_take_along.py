"""What stands under the map of Profiel: files of the map as it is chosen."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

from tests.pages.entering import raw
from tests.pages.visit import trouble, visit
from wijzer.ui import take


def test_the_map_offers_every_file_of_what_is_chosen() -> None:
    chosen = {"wijk": "zuidwest", "deel": "heel", "indicator": "eenzaam", "kaart": "subdistricts"}
    found = visit("profiel", chosen)
    assert trouble(found) == []
    links = [unescape(one) for one in re.findall(r'href="(/neem-mee/[^"]*)"', raw(found))]
    mine = [urlsplit(one) for one in links if "/profiel-kaart." in one]
    assert {one.path.rpartition(".")[2] for one in mine} == {*take.FILES, *take.MAP_FILES}
    for one in mine:
        codes = dict(parse_qsl(one.query))
        assert codes.items() >= chosen.items() and codes["jaar"].isdecimal()
