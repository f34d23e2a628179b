"""Sign, mark, word, sentence, text, table, map and file agree, for every figure there is.

What is expected is worked out here from the two numbers alone, not with the code under test.
"""

import csv
import io
import json
import re
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import pytest

from tests.publish.conftest import Profiles
from wijzer import catalog, publish
from wijzer.model import Area, Direction, Indicator, Level, Weight
from wijzer.publish import Row
from wijzer.store import figures
from wijzer.store.database import Store

SAID = {
    "favourable": ("+", "gunstiger"),
    "unfavourable": ("−", "ongunstiger"),
    "similar": ("≈", "ongeveer gelijk"),
    "higher": ("▴", "hoger"),
    "lower": ("▾", "lager"),
    "unknown": ("·", "niet te vergelijken"),
}
MISSING = {
    "not_measured": "nog niet gemeten",
    "too_few": "te weinig antwoorden",
    "not_published": "niet gepubliceerd",
    "not_applicable": "niet van toepassing",
    "hidden": "verborgen",
    "not_collected": "nog niet opgehaald",
}
COUNTS = {"inwoners", "huishoudens"}

Maps = dict[tuple[str, int], dict[str, Row]]


def known(cell: object) -> bool:
    return cell is not None and cell == cell  # NaN is not itself


def read(value: float, one: Indicator) -> Decimal:
    """The number as a reader sees it."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-one.decimals), ROUND_HALF_UP)


def expected(one: Indicator, value: object, benchmark: object) -> str:
    """The sign that the two numbers deserve."""
    if one.id in COUNTS or not (known(value) and known(benchmark)):
        return "unknown"
    gap = Decimal(repr(value)) - Decimal(repr(benchmark))
    same = read(value, one) == read(benchmark, one)  # type: ignore[arg-type]
    if same or round(abs(gap), 9) < Decimal(str(one.similar_within)):
        return "similar"
    if one.direction is Direction.NEUTRAL:
        return "higher" if gap > 0 else "lower"
    return "favourable" if (gap > 0) == (one.direction is Direction.HIGHER) else "unfavourable"


def dutch(text: str) -> Decimal:
    """The first number of a Dutch text."""
    found = re.search(r"−?\d[\d.]*(?:,\d+)?", text)
    assert found, text
    return Decimal(found[0].replace(".", "").replace(",", ".").replace("−", "-"))


def every(profiles: Profiles) -> list[Row]:
    return [row | {"code": code} for code, rows in profiles.items() for row in rows.values()]


@pytest.fixture(scope="module")
def maps(real_store: Store, codes: tuple[str, ...], profiles: Profiles) -> Maps:
    """Every map that can be drawn of the years in the profiles: rows by area."""
    asked = {(row["indicator"], int(row["year"])) for row in every(profiles)}
    return {
        (id, year): {
            row["code"]: row for row in publish.records(publish.on_map(real_store, id, year, codes))
        }
        for id, year in asked
    }


def test_there_is_a_lot_to_look_at(profiles: Profiles) -> None:
    assert len(profiles) == 7 + 44 + 2
    assert len(every(profiles)) > 3000
    assert {row["indicator"] for row in every(profiles)} == set(catalog.indicators())


def test_counts_are_the_sums(profiles: Profiles) -> None:
    assert {id for id, one in catalog.indicators().items() if one.weight is Weight.SUM} == COUNTS


def test_sign_mark_and_word_follow_from_the_two_numbers(profiles: Profiles) -> None:
    for row in every(profiles):
        one = catalog.indicator(row["indicator"])
        assert row["sign"] == expected(one, row["value"], row["municipality_value"]), row
        assert (row["mark"], row["word"]) == SAID[row["sign"]], row


def test_equal_readings_are_about_equal(profiles: Profiles) -> None:
    seen = 0
    for row in every(profiles):
        if known(row["value"]) and row["value_text"] == row["municipality_text"]:
            assert row["sign"] == "similar" or row["indicator"] in COUNTS, row
            assert row["difference_text"] == "" or dutch(row["difference_text"]) == 0, row
            seen += 1
    assert seen > 100


def test_difference_goes_with_the_sign(profiles: Profiles) -> None:
    for row in every(profiles):
        one = catalog.indicator(row["indicator"])
        if row["sign"] == "unknown":
            assert row["difference_text"] == "", row
            assert not known(row["difference"]), row
            continue
        text = row["difference_text"]
        up = row["value"] > row["municipality_value"]
        assert ("procentpunt" in text) == (one.unit == "%"), row
        if row["sign"] == "similar":
            assert dutch(text) == 0 and text[0] not in "+−", row
        else:
            assert text[0] == ("+" if up else "−"), row
            assert abs(dutch(text)) > 0, row


def test_texts_show_the_numbers(profiles: Profiles) -> None:
    for row in every(profiles):
        one = catalog.indicator(row["indicator"])
        scale = 1000 if one.unit == "x 1.000 euro" else 1
        for value, text in (("value", "value_text"), ("municipality_value", "municipality_text")):
            if known(row[value]):
                assert dutch(row[text]) == read(row[value], one) * scale, row


def test_sentences_say_the_same(profiles: Profiles) -> None:
    for row in every(profiles):
        if not known(row["value"]):
            continue
        one = catalog.indicator(row["indicator"])
        sentences = re.split(r"(?<=\.)(?<!t\.o\.v\.)\s+(?=[A-Z])", row["sentence"])
        assert row["area_name"] in sentences[0], row
        shown = row["value_text"].removesuffix("%")
        assert shown in sentences[0] or "minder dan" in sentences[0], row
        if not known(row["municipality_value"]):
            continue
        assert row["municipality_name"] in sentences[1], row
        assert row["municipality_text"].removesuffix("%") in sentences[1], row
        words = {word for _, word in SAID.values() if re.search(rf"\b{word}\b", sentences[-1])}
        assert words == (set() if one.id in COUNTS else {row["word"]}), row
        assert row["municipality_name"] in sentences[-1], row


def test_counts_are_not_compared(profiles: Profiles) -> None:
    rows = [row for row in every(profiles) if row["indicator"] in COUNTS]
    assert len(rows) > 50
    for row in rows:
        assert row["sign"] == "unknown"
        assert row["difference_text"] == ""
        assert not any(known(row[place]) for place in ("x", "x_min", "x_max", "x_country"))
        assert row["strength"] == 0
        assert publish.respondents_needed(row) is None


def test_missing_has_a_kind_a_word_and_a_sentence_and_is_never_0(profiles: Profiles) -> None:
    lacking = [row for row in every(profiles) if not known(row["value"])]
    assert len(lacking) > 50
    for row in lacking:
        assert row["value_text"] == MISSING[row["missing"]], row
        assert not re.search(r"\d", row["value_text"])
        assert row["sign"] == "unknown" and row["difference_text"] == ""
        assert not known(row["x"]) and row["strength"] == 0
        assert row["area_name"] in row["sentence"] and row["name"] in row["sentence"]
        assert row["note"], row
    for row in every(profiles):
        assert known(row["value"]) != bool(known(row["missing"]) and row["missing"]), row


def test_benchmark_is_named_everywhere(profiles: Profiles, places: dict[str, Area]) -> None:
    for row in every(profiles):
        own = places[places[row["code"]].municipality or ""]
        assert row["municipality_name"] == own.name
        if known(row["municipality_value"]) and known(row["value"]):
            assert f"In heel {own.name}" in row["sentence"], row
        assert row["municipality_text"]


def test_where_a_row_stands_agrees_with_its_sign(profiles: Profiles) -> None:
    """Favourable is right of the municipality, and the spread is in order for both directions."""
    ends = ("x_min", "x_p25", "x_p75", "x_max")
    spread: set[str] = set()
    for row in every(profiles):
        placed = [row[name] for name in ("x", "x_country", *ends) if known(row[name])]
        assert all(-1 - 1e-12 <= one <= 1 + 1e-12 for one in placed), row
        if row["has_spread"]:
            low = [row[name] for name in ends]
            assert low == sorted(low), row
            spread.add(row["direction"])
        if known(row["x"]) and row["sign"] in ("favourable", "higher"):
            assert row["x"] > 0, row
        if known(row["x"]) and row["sign"] in ("unfavourable", "lower"):
            assert row["x"] < 0, row
        if row["value"] == row["municipality_value"] and row["indicator"] not in COUNTS:
            assert row["x"] == 0, row
    assert spread == {"higher", "lower", "neutral"}


def test_spread_is_mirrored_where_less_is_favourable(profiles: Profiles) -> None:
    """Trap: best and worst quarter swapped. The numbers are set out again from the raw ones."""
    seen = {"higher": 0, "lower": 0}
    for row in every(profiles):
        if not row["has_spread"] or row["direction"] not in seen:
            continue
        best = "wijken_max" if row["direction"] == "higher" else "wijken_min"
        better = "wijken_p75" if row["direction"] == "higher" else "wijken_p25"
        middle = row["municipality_value"]
        assert abs(row["x_max"]) * abs(row["wijken_p25"] - middle) == pytest.approx(
            abs(row[best] - middle) * abs(row["x_p25" if better == "wijken_p75" else "x_p75"])
        )
        assert abs(row["x_max"]) * abs(row[better] - middle) == pytest.approx(
            abs(row[best] - middle) * abs(row["x_p75"])
        )
        seen[row["direction"]] += 1
    assert min(seen.values()) > 100


def test_the_map_says_the_same_as_the_profile(profiles: Profiles, maps: Maps) -> None:
    same = ("sign", "mark", "word", "value_text", "municipality_name", "municipality_text", "note")
    for row in every(profiles):
        drawn = maps[row["indicator"], int(row["year"])][row["code"]]
        assert {name: drawn[name] for name in same} == {name: row[name] for name in same}, row
        for name in ("value", "municipality_value"):
            assert known(drawn[name]) == known(row[name]), (row, drawn)
            assert not known(row[name]) or drawn[name] == row[name]
        assert drawn["name"] == row["area_name"]
        assert drawn["computed"] == row["computed"]


def test_the_map_of_any_year_has_a_figure_or_a_reason(maps: Maps, codes: tuple[str, ...]) -> None:
    for rows in maps.values():
        assert tuple(rows) == codes
        for row in rows.values():
            assert known(row["value"]) != (row["missing"] in MISSING), row
            assert known(row["value"]) or row["value_text"] == MISSING[row["missing"]], row


def sheet(content: bytes) -> list[dict[str, str]]:
    """A download as a spreadsheet reads it."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def number(cell: str) -> float | None:
    assert "." not in cell, cell
    return float(cell.replace(",", ".")) if cell else None


def check_sheet(lines: list[dict[str, str]], rows: list[Row]) -> None:
    """Each line of the download against the row it was made of."""
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert number(line["waarde"]) == (row["value"] if known(row["value"]) else None)
        assert line["weergave"] == row["value_text"]
        assert (line["teken"], line["vergelijking"]) == SAID[row["sign"]]
        assert line["vergeleken met"] == row["municipality_name"]
        there = row["municipality_value"]
        assert number(line["waarde gemeente"]) == (there if known(there) else None)
        assert line["reden zonder cijfer"] == ("" if known(row["value"]) else row["value_text"])
        assert line["zelf berekend"] == ("ja" if row["computed"] is True else "")
        assert line["voorbeeld"] == ""
        assert known(row["source"]) == bool(line["bron"] and line["tabel"] and line["licentie"])


def test_the_download_of_a_profile_says_the_same(
    frames: dict[str, pd.DataFrame], profiles: Profiles
) -> None:
    for code, rows in profiles.items():
        lines = sheet(publish.csv(frames[code]))
        check_sheet(lines, list(rows.values()))
        for line, row in zip(lines, rows.values(), strict=True):
            assert (line["gebied"], line["naam"]) == (row["area_name"], row["name"])
            assert line["jaar"] == str(row["year"])
            assert line["indicator"] == row["indicator"]
            assert all(line[name] for name in ("methode", "over wie", "zekerheid", "eenheid"))


def test_the_download_of_a_map_says_the_same(real_store: Store, maps: Maps) -> None:
    for (id, year), rows in list(maps.items())[::9]:
        frame = publish.on_map(real_store, id, year, tuple(rows))
        check_sheet(sheet(publish.csv(frame)), list(rows.values()))


def refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


@pytest.mark.parametrize("layer", ["buurten", "subdistricts", "neighbourhoods"])
def test_the_map_as_a_file_says_the_same(real_store: Store, maps: Maps, layer: str) -> None:
    shapes = publish.shapes(real_store, layer)
    for (id, year), rows in list(maps.items())[::13]:
        inside = [code for code in rows if code in set(shapes["code"])]
        frame = publish.on_map(real_store, id, year, tuple(inside))
        made = json.loads(publish.geojson(frame, shapes, id, year), parse_constant=refuse)
        assert {one["properties"]["code"] for one in made["features"]} == set(inside)
        for feature in made["features"]:
            facts, row = feature["properties"], rows[feature["properties"]["code"]]
            assert feature["geometry"]["type"] in {"Polygon", "MultiPolygon"}
            assert (facts["naam"], facts["jaar"]) == (row["name"], year)
            assert facts["waarde"] == (row["value"] if known(row["value"]) else None)
            assert facts["weergave"] == row["value_text"]
            assert (facts["teken"], facts["vergelijking"]) == SAID[row["sign"]]
            assert facts["vergeleken met"] == row["municipality_name"]
            assert facts["bron grenzen"]
            assert facts["reden zonder cijfer"] == (
                None if known(row["value"]) else row["value_text"]
            )
            assert not known(row["source"]) or facts["bron"] == row["source"]


def test_computed_wholes_say_so_and_lie_between_their_parts(profiles: Profiles, maps: Maps) -> None:
    seen = 0
    for place in catalog.neighbourhoods().values():
        for row in profiles[place.code].values():
            if len(place.parts) == 1:
                assert not row["computed"]
                continue
            assert row["computed"] == (row["method"] != "printed" or not known(row["value"])), row
            if not (row["computed"] and known(row["value"])):
                continue
            drawn = maps[row["indicator"], int(row["year"])]
            parts = [drawn[part]["value"] for part in place.parts]
            assert row["note"].startswith(("Berekend uit", "Som van")), row
            if row["indicator"] in COUNTS:
                assert row["value"] == pytest.approx(sum(parts))
            else:
                assert min(parts) - 1e-9 <= row["value"] <= max(parts) + 1e-9, row
            seen += 1
    assert seen > 100


def test_benchmarks_are_of_the_same_year_and_table(
    real_store: Store, profiles: Profiles, places: dict[str, Area]
) -> None:
    """Asked again from the rows through the years, which know nothing of benchmarks."""
    at: dict[tuple[str, str, int], tuple[float, str]] = {}
    towns = tuple(code for code, one in places.items() if one.level is Level.MUNICIPALITY)
    for id in catalog.indicators():
        for row in publish.records(figures.trend(real_store, id, [*towns, "NL00"])):
            at[row["area"], id, row["year"]] = (row["value"], row["tbl"])
    for row in every(profiles):
        own = places[row["code"]].municipality or ""
        for code, name in ((own, "municipality_value"), ("NL00", "country_value")):
            value, table = at.get((code, row["indicator"], row["year"]), (None, ""))
            if known(row[name]):
                assert (row[name], row["tbl"]) == (value, table), row
            else:
                assert not known(value) or table != row["tbl"], row
