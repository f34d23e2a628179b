"""The link to the factsheet: on Profiel of the place in view, on Start of each neighbourhood."""

from pathlib import Path

import pytest

from tests.pages.entering import Holds, own_register
from tests.pages.visit import trouble, visit
from wijzer import catalog, texts

ADDRESS = "/neem-mee/factsheet.pdf?wijk={wijk}&amp;deel={deel}"


def html(page: str, **link: str) -> str:
    """All HTML that a page sends."""
    seen = visit(page, link)
    assert trouble(seen) == []
    return "".join(
        str(getattr(one.proto, "body", "")) for one in seen.main if hasattr(one, "proto")
    )


@pytest.mark.parametrize("shared", [True, False], ids=["public", "team"])
@pytest.mark.parametrize("part", ["heel", "WK048402"])
def test_profile_leads_to_the_factsheet_of_the_place(
    tmp_path: Path, part: str, shared: bool
) -> None:
    with own_register(tmp_path / "register", Holds.NOTHING, shared):
        found = html("profiel", wijk="alphen-noord", deel=part)
    address = ADDRESS.format(wijk="alphen-noord", deel=part)
    name = "Ridderveld" if part != "heel" else "Alphen Noord"
    assert f'href="{address}"' in found
    assert texts.FACTSHEET_TAKE.format(gebied=name) in found
    assert (f'href="{address}&amp;voor=team"' in found) == (not shared)


def test_start_leads_to_the_factsheet_of_each_neighbourhood(tmp_path: Path) -> None:
    with own_register(tmp_path / "register", Holds.NOTHING):
        found = html("")
    for one in catalog.neighbourhoods().values():
        assert f'href="{ADDRESS.format(wijk=one.id, deel="heel")}"' in found
        assert texts.FACTSHEET_TAKE.format(gebied=one.name) in found
