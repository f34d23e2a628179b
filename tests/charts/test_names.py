"""Names on a small network: the most telling that fit, never over a mark or over each other."""

import json

import altair as alt
from hypothesis import given
from hypothesis import strategies as st

from wijzer.charts import names, network
from wijzer.charts.names import fitting

MARKS = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.text("abcdefgh ,", min_size=1, max_size=40)),
    max_size=30,
)


def test_a_name_stands_below_its_mark_where_there_is_room() -> None:
    assert fitting([(0.5, 0.2, "Huisarts")], 6) == {0: ("Huisarts", "below")}


def test_a_name_goes_to_another_side_when_a_mark_is_in_its_way() -> None:
    below = 0.2 + 24 / (names.HIGH - names.TOP - names.BOTTOM)
    assert fitting([(0.5, 0.2, "Huisarts"), (0.5, below, "GGD")], 1) == {0: ("Huisarts", "above")}


def test_a_long_name_gives_way_to_its_first_part() -> None:
    around = [(0.5 + x / 368, 0.5 + y / 208, "a") for x in (-60, 60) for y in (-24, 0, 24)]
    found = fitting([(0.5, 0.5, "Gemeente, team wijken"), *around], 1)
    assert found == {0: ("Gemeente", "below")}


def test_the_most_telling_come_first_and_no_more_than_asked() -> None:
    marks = [(0.1, 0.1, "een"), (0.9, 0.1, "twee"), (0.1, 0.9, "drie"), (0.9, 0.9, "vier")]
    assert list(fitting(marks, 3)) == [0, 1, 2]


@given(MARKS)
def test_no_name_leaves_the_picture_and_the_choice_is_always_the_same(
    marks: list[tuple[float, float, str]],
) -> None:
    found = fitting(marks, 6)
    assert len(found) <= 6 and found == fitting(marks, 6)
    for place, (text, side) in found.items():
        across = names.SIDE + marks[place][0] * (names.WIDE - 2 * names.SIDE)
        assert side in ("below", "above", "right", "left")
        assert len(text) <= 26
        assert across + len(text) * 6 * (side == "right") <= names.WIDE


def test_a_small_network_is_a_valid_specification_of_half_the_height() -> None:
    small = network.spec(names.HIGH, small=True)
    schema = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
    alt.LayerChart.from_dict(small | {"$schema": schema}, validate=True)
    assert small["height"] == names.HIGH < network.HEIGHT == network.spec()["height"]
    # No letters in the marks, and each name at its own side.
    assert '"code"' not in json.dumps(small["layer"])
    assert "datum.side" in json.dumps(small["layer"])
    assert "datum.side" not in json.dumps(network.spec())
