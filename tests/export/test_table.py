"""A table as CSV: what the page says, to the letter, with what must be known of it."""

from tests.export import made, reading
from wijzer import texts
from wijzer.export import table


def lines(tile: made.Tile) -> tuple[list[reading.Line], list[reading.Line]]:
    """The table with its header, and the facts under it."""
    found = reading.comma(table.csv(tile))
    end = found.index(())
    return found[:end], found[end + 1 :]


def test_the_table_comes_first_and_is_that_of_the_page() -> None:
    tile = made.tile()
    found, _ = lines(tile)
    assert found == [tile.header, *tile.body]


def test_every_fact_stands_under_it() -> None:
    tile = made.tile()
    _, found = lines(tile)
    assert found[0] == texts.ABOUT_HEADER
    assert found[1:] == table.about(tile)
    said = dict(found[1:])
    assert said[texts.FACT_SEEN] == tile.sentence
    assert said[texts.FACT_WORTH] == tile.worth
    assert said[texts.FACT_SOURCE] == "GGD, 50090NED"
    assert said["Thema"] == "Samen & <sterk>"
    assert said[texts.FACT_ADDRESS] == tile.facts.address
    assert texts.FACT_EXAMPLE not in said


def test_every_line_of_an_example_says_so() -> None:
    found, facts = lines(made.tile(facts=made.EXAMPLE))
    assert [line[-1] for line in found] == [texts.EXAMPLE_COLUMN, *["ja"] * len(made.BODY)]
    assert (texts.FACT_EXAMPLE, texts.EXAMPLE_SENTENCE) in facts


def test_text_that_looks_like_a_formula_is_quoted() -> None:
    tile = made.tile(body=(("=2+3", "+10 procentpunt", "@x"), ("−2", "-5", "\t=1")))
    found, _ = lines(tile)
    assert found[1] == ("'=2+3", "'+10 procentpunt", "'@x")
    assert found[2] == ("−2", "'-5", "'\t=1")


def test_a_map_of_a_figure_keeps_every_column() -> None:
    tile = made.figures()
    found, _ = lines(tile)
    assert [line[:2] for line in found] == [tile.header, *tile.body]
    said = [dict(zip(found[0], line, strict=True)) for line in found[1:]]
    assert [one["code"] for one in said] == ["WK01", "WK02"]
    assert [one["waarde"] for one in said] == ["67,4", ""]
    assert [one["reden zonder cijfer"] for one in said] == ["", "te weinig antwoorden"]
    assert {one["jaar"] for one in said} == {"2020"}
    assert all(one["methode"] and one["over wie"] and one["eenheid"] for one in said)
    assert {one["licentie"] for one in said} == {"CC BY 4.0"}


def test_a_map_of_something_else_is_its_table() -> None:
    tile = made.counted()
    found, _ = lines(tile)
    assert [line[:-1] for line in found] == [tile.header, *tile.body]
    assert table.figures(tile) is None


def test_a_map_whose_table_is_another_gets_no_columns_of_others() -> None:
    tile = made.figures()
    short, _ = lines(
        made.on_map(tile.drawing.rows.to_pandas(), codes=tile.codes, body=(("A", "1"),))
    )
    assert short == [("Gebied", "Cijfer"), ("A", "1")]
