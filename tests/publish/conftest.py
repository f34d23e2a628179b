"""Everything that is published about the three neighbourhoods, asked once."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests.conftest import TINY
from wijzer import catalog, publish
from wijzer.model import Area, Method
from wijzer.publish import Row
from wijzer.store.database import Store

Profiles = dict[str, dict[str, Row]]


@pytest.fixture(scope="session")
def places(real_store: Store) -> dict[str, Area]:
    """All areas by code."""
    return publish.areas(real_store)


@pytest.fixture(scope="session")
def codes(places: dict[str, Area]) -> tuple[str, ...]:
    """The wholes, subdistricts and buurten of the three neighbourhoods."""
    found = [
        code
        for one in catalog.neighbourhoods().values()
        for code in (one.code, *one.parts, *publish.buurten(places, one))
    ]
    return tuple(dict.fromkeys(found))


@pytest.fixture(scope="session")
def frames(real_store: Store, codes: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    """By area the profile as it is published."""
    return {code: publish.profile(real_store, code) for code in codes}


@pytest.fixture(scope="session")
def profiles(frames: dict[str, pd.DataFrame]) -> Profiles:
    """By area and indicator the row of the profile."""
    return {
        code: {row["indicator"]: row for row in publish.records(rows)}
        for code, rows in frames.items()
    }


@pytest.fixture
def with_survey(own_data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny data with a survey of which the number of answers is known, and its catalogue.

    Of the wijken 29 people answered in Tuinwijk and 30 in Havenwijk.
    """
    found = catalog.indicators(TINY / "catalog")
    one = replace(found["gezond"], id="sport", name="Sport wekelijks", method=Method.SURVEY)
    wrote = own_data / "catalog" / "leefstijl.toml"
    text = (own_data / "catalog" / "gezondheidsbeleving.toml").read_text("utf-8")
    block = text[text.index("[[indicator]]") :].split("\n\n")[0]
    block = block.replace('"gezond"', '"sport"').replace('"model"', '"survey"')
    block = block.replace("Goede ervaren gezondheid", one.name)
    wrote.write_text(wrote.read_text("utf-8") + "\n" + block + "\n", "utf-8")
    answers = {"GM9901": (60, 500), "NL00": (58, 9000), "WK990101": (51, 29), "WK990102": (52, 30)}
    answers |= {"WK990103": (71, 31)}
    lines = ["area,indicator,year,value,missing,n,example,source,table,licence,note"]
    lines += [
        f"{area},sport,2020,{value},,{n},,Verzinsel,T-SPORT,CC0,"
        for area, (value, n) in sorted(answers.items())
    ]
    (own_data / "tables" / "figures_sport.csv").write_text("\n".join(lines) + "\n", "utf-8")
    known = found | {"sport": one}
    read = catalog.indicators
    monkeypatch.setattr(
        catalog, "indicators", lambda folder=None: read(folder) if folder else known
    )
    return own_data


@pytest.fixture(scope="session")
def real(frames: dict[str, pd.DataFrame], places: dict[str, Area]) -> pd.DataFrame:
    """The columns of the neighbourhoods beside each other, with all indicators."""
    found = catalog.neighbourhoods().values()
    wholes = {one.id: (one.code, one.name) for one in found}
    parts = {one.id: publish.subdistricts(places, one) for one in found}
    return publish.columns(wholes, parts, frames)
