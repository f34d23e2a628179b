"""Areas and shapes as they come out of the store."""

import json

from wijzer.store import areas
from wijzer.store.database import Store


def test_areas_know_their_neighbourhood(tiny_store: Store) -> None:
    found = areas.areas(tiny_store).astype(object).fillna("").set_index("code")

    assert list(found.columns) == [
        "name", "cbs_name", "level", "municipality", "wijk", "neighbourhood",
    ]  # fmt: skip
    assert list(found.loc["BU99010101"]) == [
        "Tuin-Noord", "Tuin-Noord", "buurt", "GM9901", "WK990101", "tuinwijk",
    ]  # fmt: skip
    assert list(found.loc["noord"]) == [
        "Voorstad Noord", "Voorstad Noord", "neighbourhood", "GM9901", "", "noord",
    ]  # fmt: skip
    assert found.loc["WK990104", "neighbourhood"] == ""
    assert found.loc["NL00", "municipality"] == ""


def test_shapes_of_one_layer(tiny_store: Store) -> None:
    found = areas.shapes(tiny_store, "subdistricts")

    assert list(found["code"]) == ["BU99010101", "BU99010102", "WK990102", "WK990103"]
    assert json.loads(found["geometry"][0])["type"] == "Polygon"
    # The label of BU99010101, a square from (5, 52.01) to (5.01, 52.02), stands in its middle.
    assert (round(found["lon"][0], 3), round(found["lat"][0], 3)) == (5.005, 52.015)


def test_unknown_layer_is_empty(tiny_store: Store) -> None:
    assert areas.shapes(tiny_store, "straten").empty
