from typing import Any

import pytest

from wijzer.charts import spine
from wijzer.model import Sign
from wijzer.palette import SIGN_TEXT

SPEC = spine.spec("Moerwijk", "'s-Gravenhage")


def layers(field: str) -> list[dict[str, Any]]:
    """Layers whose x or text is this column."""
    channels = ("x", "text")
    return [
        one
        for one in SPEC["layer"]
        if any(one["encoding"].get(channel, {}).get("field") == field for channel in channels)
    ]


def conditions(layer: dict[str, Any]) -> list[str]:
    return [step["filter"] for step in layer.get("transform", []) if "filter" in step]


def test_one_scale_from_unfavourable_to_favourable() -> None:
    domains = [
        one["encoding"]["x"]["scale"]["domain"]
        for one in SPEC["layer"]
        if "scale" in one["encoding"]["x"]
    ]
    assert len(domains) >= 5
    assert all(domain == [-1.04, 1.04] for domain in domains)


def test_municipality_is_named_at_the_middle_with_its_apostrophe() -> None:
    (middle,) = [one for one in SPEC["layer"] if one["encoding"]["x"].get("datum") == 0]
    expression = middle["encoding"]["x"]["axis"]["labelExpr"]
    assert "ongunstiger" in expression
    assert "'\\'s-Gravenhage'" in expression


def test_a_row_without_figure_keeps_its_name_and_says_why() -> None:
    (name,) = layers("label")
    assert conditions(name) == []
    assert [conditions(one) for one in layers("value_text")] == [["!datum.known"]] * 2


def test_no_mark_without_figure() -> None:
    (area,) = layers("x")
    assert conditions(area) == ["datum.known"]
    (country,) = layers("x_country")
    assert conditions(country) == ["isValid(datum.x_country)"]


def test_no_word_covers_a_mark() -> None:
    kinds = [one["mark"]["type"] for one in SPEC["layer"]]
    last_word = max(place for place, kind in enumerate(kinds) if kind == "text")
    assert last_word < kinds.index("tick") < kinds.index("point")


def test_known_means_that_there_is_a_place() -> None:
    made = {step["as"]: step["calculate"] for step in SPEC["transform"]}
    assert made["known"] == "isValid(datum.x)"


def test_the_whole_row_can_be_clicked() -> None:
    hit = SPEC["layer"][-1]
    assert (hit["name"], hit["mark"]["opacity"]) == ("rijen", 0)
    assert SPEC["params"][0]["views"] == ["rijen"]
    assert hit["encoding"]["x2"] == {"value": "width"}


def test_spread_is_drawn_under_the_marks_middle_half_over_the_whole() -> None:
    fields = [one["encoding"]["x"].get("field") for one in SPEC["layer"]]
    assert fields.index("x_min") < fields.index("x_p25") < fields.index("x")
    assert SPEC["layer"][fields.index("x_min")]["encoding"]["x2"]["field"] == "x_max"
    assert SPEC["layer"][fields.index("x_p25")]["encoding"]["x2"]["field"] == "x_p75"


@pytest.mark.parametrize("sign", Sign)
def test_the_figure_has_the_ink_of_its_sign(sign: Sign) -> None:
    assert f"'{sign.value}': '{SIGN_TEXT[sign]}'" in str(SPEC["transform"])


def test_what_is_chosen_comes_from_the_frame_not_from_the_last_click() -> None:
    assert conditions(SPEC["layer"][0]) == ["datum.selected"]


def test_a_row_is_high_enough_for_name_and_marks() -> None:
    assert SPEC["height"] == {"step": spine.ROW}
    assert spine.ROW >= 44
