"""Every questionnaire in data/instruments, and what is refused when one is loaded."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from wijzer.catalog import DATA
from wijzer.instruments import (
    BadInstrument,
    Instrument,
    Item,
    Purpose,
    UnknownInstrument,
    filled,
    instrument,
    instruments,
    load,
)
from wijzer.model import Direction

MAX_WORDS = 20
ANSWERS = 'answers = [{ value = 1, label = "nee" }, { value = 2, label = "ja" }]'
GOOD = """
name = "Proef"
version = "1"
purpose = "measure"
question = "Hoe gaat het?"
population = "Iedereen."
source = "Bedacht"
url = "https://example.org"
licence = "CC0"
note = "Een proef."
series = "proef"
items_public = true
answers = [{ value = 1, label = "nee" }, { value = 2, label = "ja" }]
items = [{ id = "a", text = "A" }, { id = "b", text = "B" }]
primary = "som"

[[scales]]
id = "som"
name = "Som"
rule = "sum"
items = ["a", "b"]
reversed = ["b"]
low = 2
high = 4
way = "higher"
cutoffs = [{ low = 2, label = "weinig" }, { low = 4, label = "veel" }]
flags = [{ id = "veel", name = "Veel", at_least = 4 }]

[[scales]]
id = "aantal"
name = "Aantal"
rule = "count"
items = ["a", "b"]
counts = [{ items = ["a", "b"], answers = ["ja"] }]
low = 0
high = 2
way = "higher"
"""

each = pytest.mark.parametrize("one", instruments().values(), ids=lambda one: one.id)


def written(folder: Path, text: str) -> Instrument:
    (folder / "proef.toml").write_text(text, encoding="utf-8")
    return load(folder)["proef"]


def test_the_list() -> None:
    expected = "cac cohesie dejonggierveld11 dejonggierveld6 ervaren_gezondheid k10 ph17 ph22"
    assert list(instruments()) == [
        *expected.split(),
        "psat_synergie",
        "regie",
        "spinnenweb",
        "who5",
    ]
    assert {file.stem for file in (DATA / "instruments").glob("*.toml")} == instruments().keys()


@each
def test_all_is_told(one: Instrument) -> None:
    texts = (one.name, one.version, one.question, one.population, one.source, one.licence, one.note)
    for text in (*texts, one.series, *(item.text for item in one.items)):
        assert text.strip() == text != ""
    assert one.url.startswith("https://")
    assert one.question.endswith(".")


@each
def test_plain_dutch(one: Instrument) -> None:
    for text in (one.question, one.note, one.population):
        assert max(len(part.split()) for part in re.split(r"(?<=[.?!;:]) ", text)) <= MAX_WORDS


@each
def test_what_is_not_public_is_not_shown(one: Instrument) -> None:
    assert one.ready == one.items_public
    assert one.items_public or (one.items == () and "nog niet te gebruiken" in one.note)


def test_the_two_loneliness_lists_never_share_an_axis() -> None:
    assert instrument("dejonggierveld6").series != instrument("dejonggierveld11").series
    every = [one.series for one in instruments().values()]
    assert len(set(every)) == len(every)


def test_ways_and_purposes() -> None:
    lower = {id for id, one in instruments().items() if primary_way(one) is Direction.LOWER}
    assert lower == {"dejonggierveld6", "dejonggierveld11", "k10"}
    talk = {id for id, one in instruments().items() if one.purpose is Purpose.TALK}
    assert talk == {"spinnenweb"}


def primary_way(one: Instrument) -> Direction:
    return one.scale(one.primary).way


def test_short_and_long_loneliness_ask_the_same() -> None:
    short, long = instrument("dejonggierveld6"), instrument("dejonggierveld11")
    assert set(short.items) < set(long.items)
    for scale in short.scales:
        assert set(scale.items) < set(long.scale(scale.id).items)


def test_sizes_of_the_positive_health_lists() -> None:
    assert (instrument("ph17").size, instrument("ph22").size) == (17, 22)
    assert [one.size for one in instrument("ph22").scales] == [5, 9, 5, 3, None]
    assert len(instrument("spinnenweb").items) == 42


@pytest.mark.parametrize("id", ["", "who", "WHO5", "../who5"])
def test_unknown_instrument(id: str) -> None:
    with pytest.raises(UnknownInstrument, match=re.escape(repr(id))):
        instrument(id)


def test_unknown_scale() -> None:
    with pytest.raises(KeyError):
        instrument("who5").scale("totaal")


def test_load_from_another_folder(tmp_path: Path) -> None:
    one = written(tmp_path, GOOD)
    assert (one.id, one.low, one.high, one.ready) == ("proef", 1, 2, True)
    assert one.scale("som").reversed == ("b",)
    assert load(tmp_path / "nothing") == {}


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('name = "Proef"\n', "", "name"),
        ('name = "Proef"', 'name = "Proef"\ncolour = "red"', "colour"),
        ('name = "Proef"', 'name = "Proef', "proef.toml"),
        ('"measure"', '"guess"', "guess"),
        ('rule = "sum"', 'rule = "product"', "product"),
        ('way = "higher"\ncut', 'way = "up"\ncut', "up"),
        ('items = ["a", "b"]\nrev', 'items = ["a", "c"]\nrev', "onbekende stelling of schaal: c"),
        ('reversed = ["b"]', 'reversed = ["c"]', "hoort er niet bij: c"),
        ('primary = "som"', 'primary = "totaal"', "onbekende schaal 'totaal'"),
        ('items = ["a", "b"]\nrev', 'items = ["a", "a"]\nrev', "staat er twee keer in"),
        ('{ id = "b", text', '{ id = "a", text', "een stelling staat er twee keer in"),
        ('{ id = "b", text = "B" }', '{ id = "b", text = "B" }, { id = "c", text = "C" }', "geen"),
        ('value = 2, label = "ja"', 'value = 1, label = "ja"', "antwoord staat er twee keer in"),
        ('value = 2, label = "ja"', 'value = 2, label = "Nee"', "antwoord staat er twee keer in"),
        ('id = "aantal"', 'id = "som"', "schaal of uitkomst staat er twee keer in"),
        ("low = 2\n", "low = 0\n", "schaal 'som': 0 is niet het uiterste"),
        ("high = 4\n", "high = 5\n", "dat is 4"),
        ("{ low = 2, l", "{ low = 5, l", "grenzen staan niet op volgorde"),
        ("{ low = 2, l", "{ low = 3, l", "grenzen passen niet"),
        ("{ low = 4, l", "{ low = 5, l", "grenzen passen niet"),
        ("at_least = 4", "at_least = 5", "grens van een uitkomst"),
        ("at_least = 4", "at_least = 2", "grens van een uitkomst"),
        ("at_least = 4", "at_least = 4, below = 3", "grens van een uitkomst"),
        (", at_least = 4", "", "grens van een uitkomst"),
        ('answers = ["ja"]', 'answers = ["soms"]', "onbekend antwoord: soms"),
        ('counts = [{ items = ["a", "b"]', 'counts = [{ items = ["a"]', "telling en stellingen"),
        ('high = 4\n', 'high = 4\ncounts = [{ items = ["a"], answers = ["ja"] }]\n', "telling"),
        ("high = 4\n", "high = 4\nfactor = 0\n", "factor"),
        ("high = 4\n", "high = 4\nmax_missing = 1\n", "te laag"),
        ("high = 4\n", "high = 4\nmin_share = 0.5\n", "te laag"),
        ("high = 4\n", "high = 4\nmax_missing = -1\n", "max_missing"),
        ("high = 4\n", 'high = 4\nimpute = "guess"\n', "'guess'"),
        ("high = 2\n", 'high = 2\nimpute = "item_mean"\n', "'item_mean'"),
        ("high = 4\n", "high = 4\nminimal = 1\n", "heeft een bron"),
        ("high = 4\n", "high = 4\nsize = 3\n", "2 stellingen in plaats van 3"),
        ('series = "proef"', 'series = "proef"\nsize = 3', "2 stellingen in plaats van 3"),
        ('items = ["a", "b"]\nrev', 'of = ["aantal"]\nrev', "onbekende stelling of schaal: aantal"),
        ('items = ["a", "b"]\ncou', 'of = ["som"]\ncou', "telt alleen antwoorden"),
        ('items = ["a", "b"]\nrev', 'items = ["a", "b"]\nof = ["x"]\nrev', "niet allebei"),
        ('items = ["a", "b"]\nrev', "items = []\nrev", "geef stellingen of schalen"),
        (ANSWERS, "low = 3\nhigh = 3", "antwoorden van 3 tot 3 kan niet"),
        ("low = 2\n", 'low = "x"\n', "proef.toml"),
    ],
)  # fmt: skip
def test_faults_are_named(tmp_path: Path, before: str, after: str, fault: str) -> None:
    assert GOOD.count(before) >= 1
    with pytest.raises(BadInstrument, match=re.escape(fault)) as caught:
        written(tmp_path, GOOD.replace(before, after, 1))
    assert str(caught.value).startswith("proef.toml")


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    both = GOOD.replace("at_least = 4", "at_least = 9").replace('primary = "som"', 'primary = "x"')
    with pytest.raises(BadInstrument, match=r"'x'.*grens van een uitkomst"):
        written(tmp_path, both)


def test_a_list_can_be_filled_in() -> None:
    sizes = {"lichamelijk": 5, "tevredenheid": 9, "dagelijks": 5, "toekomst": 3}
    items = {id: [f"{id} {i}" for i in range(size)] for id, size in sizes.items()}
    one = filled(instrument("ph22"), items)
    assert one.ready and len(one.items) == 22
    assert one.items[0] == Item("lichamelijk 0", "lichamelijk 0")
    assert not instrument("ph22").ready


@pytest.mark.parametrize(
    "changed",
    [
        lambda items: items | {"toekomst": items["toekomst"][:2]},
        lambda items: items | {"toekomst": ["dagelijks 0", "dagelijks 1", "dagelijks 2"]},
    ],
)
def test_a_list_is_filled_in_whole(changed: Callable[[dict[str, list[str]]], dict]) -> None:  # type: ignore[type-arg]
    sizes = {"lichamelijk": 5, "tevredenheid": 9, "dagelijks": 5, "toekomst": 3}
    items = {id: [f"{id} {i}" for i in range(size)] for id, size in sizes.items()}
    with pytest.raises(BadInstrument, match=r"ph22.*stellingen in plaats van"):
        filled(instrument("ph22"), changed(items))
