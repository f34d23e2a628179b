"""Each way in which data/ can be wrong is refused, with its file and line."""

import json
from pathlib import Path

import pytest

from tests.ingest.change import add, change, faults

SURVEY = "tables/figures_enquete.csv"
REGISTER = "tables/figures_register.csv"
PEOPLE = "tables/population.csv"
SMOKE = "WK990102,rookt,2020,20,,,,Verzinsel,T-GEZOND,CC0,"


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (SMOKE, SMOKE.replace("WK990102", "WK999999"), "onbekend gebied 'WK999999'"),
        (SMOKE, SMOKE.replace("rookt", "rook"), "onbekende indicator 'rook'"),
        (SMOKE, SMOKE.replace(",20,,", ",,weg,"), "missing 'weg' is onbekend; mogelijk: "),
        (SMOKE, SMOKE.replace(",20,,", ",20,hidden,"), "value en missing zijn allebei gevuld"),
        (SMOKE, SMOKE.replace(",20,,", ",,,"), "value en missing zijn allebei leeg"),
        (SMOKE, SMOKE.replace(",20,,", ",100.1,,"), "rookt 100.1 (%) is hoger dan 100"),
        (SMOKE, SMOKE.replace(",20,,", ",-1,,"), "rookt -1 (%) is lager dan 0"),
        (SMOKE, SMOKE.replace(",20,,", ',"20,5",,'), "'20,5' heeft een decimale komma"),
        (SMOKE, SMOKE.replace(",20,,", ",20,5,,"), "heeft 12 kolommen in plaats van 11; staat er"),
        (SMOKE, SMOKE.replace(",20,,", ",       .,,"), "'       .' is geen getal"),
        (SMOKE, SMOKE.replace(",20,,", ",NaN,,"), "'NaN' is geen getal"),
        (SMOKE, SMOKE.replace(",20,,,", ",20,,-3,"), "n is negatief (-3)"),
        (SMOKE, SMOKE.replace(",20,,,", ",20,,3.5,"), "n '3.5' is geen heel getal"),
        (SMOKE, SMOKE.replace("2020", "2020JJ00"), "year '2020JJ00' is geen jaartal"),
        (SMOKE, SMOKE.replace("WK990102", "WK990102  "), "begint of eindigt met een spatie"),
        (SMOKE, SMOKE.replace("Verzinsel", ""), "source is leeg"),
        (SMOKE, SMOKE.replace("CC0", ""), "licence is leeg"),
        (SMOKE, SMOKE.replace(",,Verzinsel", ",true,Verzinsel"), "zet het woord 'voorbeeld'"),
        (SMOKE, SMOKE.replace(",,Verzinsel", ",ja,Verzinsel"), "moet leeg zijn of true"),
        (SMOKE, f"{SMOKE}Voorbeeldcijfer", "lijkt een voorbeeldcijfer: zet true in example"),
        (SMOKE, SMOKE.replace("2020", "2016"), "WK990102 rookt 2016 staat ook op "),
        (SMOKE, SMOKE.replace(",CC0,", ",CC0"), "heeft 10 kolommen in plaats van 11"),
        (SMOKE, f'"{SMOKE}', "is geen geldige CSV"),
    ],
)
def test_a_broken_figure_is_named_by_its_line(
    own_data: Path, old: str, new: str, text: str
) -> None:
    line = change(own_data, SURVEY, old, new)

    found = faults(own_data)

    # An open quote swallows the file: only its end is known.
    where = f"{SURVEY}, regel " if "geldige CSV" in text else f"{SURVEY}, regel {line}: "
    assert any(one.startswith(where) and text in one for one in found), found
    assert len(found) == 1, found


@pytest.mark.parametrize(
    ("name", "old", "new", "text"),
    [
        (PEOPLE, "WK990103,2020,total,all,500", "WK9,2020,total,all,500", "onbekend gebied 'WK9'"),
        (PEOPLE, "WK990103,2020,total,all,500", "WK990103,2020,total,all,-5", "niet negatief"),
        (PEOPLE, "WK990103,2020,total,all,500", "WK990103,2020,total,all,", "allebei leeg"),
        (PEOPLE, "WK990103,2020,total,all", "WK990103,2020,totaal,all", "kenmerk 'totaal'"),
        (PEOPLE, "WK990103,2020,age,65+", "WK990103,2020,age,60+", "groep '60+' bij age"),
        (PEOPLE, "WK990103,2020,age,65+", "WK990103,2020,age,0-15", "staat ook op "),
        ("tables/areas.csv", "WK990104,Centrum", "WK990103,Centrum", "staat ook op "),
        ("tables/areas.csv", "buurt,GM9901,WK990103", "buurt,GM9902,WK990103", "gemeente 'GM9902'"),
        ("tables/areas.csv", "buurt,GM9901,WK990103", "buurt,GM9901,WK9", "onbekende wijk 'WK9'"),
        ("tables/areas.csv", "Nederland,country", "Nederland,land", "'land' is onbekend"),
        ("tables/areas.csv", "municipality,GM9901,", "municipality,NL00,", "onbekende gemeente"),
    ],
)
def test_other_tables_are_judged_too(
    own_data: Path, name: str, old: str, new: str, text: str
) -> None:
    line = change(own_data, name, old, new)

    found = faults(own_data)

    assert any(one.startswith(f"{name}, regel {line}: ") and text in one for one in found), found


def test_a_wrong_header_is_line_one(own_data: Path) -> None:
    change(own_data, SURVEY, "area,indicator,year", "gebied,indicator,year")

    assert faults(own_data) == [
        f"{SURVEY}, regel 1: de kolommen moeten zijn: "
        "area,indicator,year,value,missing,n,example,source,table,licence,note"
    ]


def test_a_file_that_is_not_utf8_is_named(own_data: Path) -> None:
    file = own_data / REGISTER
    file.write_bytes(file.read_bytes().replace(b"Verzinsel", b"Verzins\xebl", 1))

    assert faults(own_data) == [f"{REGISTER}, regel 2: is geen UTF-8"]


def test_a_missing_table_is_named(own_data: Path) -> None:
    (own_data / PEOPLE).unlink()

    assert faults(own_data) == [f"{PEOPLE}: ontbreekt of is niet te openen"]


def test_a_gap_names_the_row_that_asks_for_it(own_data: Path) -> None:
    change(own_data, SURVEY, "WK990103,gezond,2020,64.5,,,,Verzinsel,T-GEZOND,CC0,", "")
    file = own_data / SURVEY
    file.write_text(file.read_text("utf-8").replace("\n\n", "\n"), "utf-8")

    (found,) = faults(own_data)

    assert "gezond 2020 heeft wel WK990101 maar geen rij voor WK990103" in found
    assert found.startswith(f"{SURVEY}, regel ")


def test_a_gap_between_buurten_and_of_the_municipality(own_data: Path) -> None:
    add(
        own_data,
        SURVEY,
        "BU99010201,rookt,2022,20,,,,Verzinsel,T-GEZOND,CC0,",
        "WK990102,gezond,2022,70,,,,Verzinsel,T-GEZOND,CC0,",
    )

    found = faults(own_data)

    asked = sorted(one.split("geen rij voor ")[1].split(" ")[0] for one in found)
    # Four other buurten for the first row; the municipality and two other parts for the second.
    assert asked == [
        "BU99010101", "BU99010102", "BU99010202", "BU99010301", "GM9901", "WK990101", "WK990103",
    ]  # fmt: skip


def test_the_municipality_alone_asks_for_nothing(own_data: Path) -> None:
    add(own_data, SURVEY, "GM9901,gezond,2022,70,,,,Verzinsel,T-GEZOND,CC0,")

    assert faults(own_data) == []


def test_a_jump_in_points(own_data: Path) -> None:
    line = change(own_data, SURVEY, SMOKE, SMOKE.replace(",20,,", ",57,,"))

    (found,) = faults(own_data)

    assert found.startswith(f"{SURVEY}, regel {line}: rookt in WK990102 springt van 26 (2016) naar")


def test_a_jump_by_a_factor(own_data: Path) -> None:
    line = change(own_data, REGISTER, "WK990104,inkomen,2021,29500", "WK990104,inkomen,2021,295000")

    (found,) = faults(own_data)

    assert found.startswith(f"{REGISTER}, regel {line}: inkomen in WK990104 springt van")


def test_the_catalogue_can_set_its_own_jump(own_data: Path) -> None:
    add(own_data, "catalog/leefstijl.toml", "max_jump = 5.5")

    found = faults(own_data)

    # WK990102 goes from 26 to 20; its buurten from 27 to 21 and from 24 to 18.
    assert [one.split(" springt")[0].split(": ")[1] for one in found] == [
        "rookt in BU99010201",
        "rookt in BU99010202",
        "rookt in WK990102",
    ]


def test_a_jump_that_was_looked_into_passes(own_data: Path) -> None:
    jump = SMOKE.replace(",20,,", ",57,,")
    change(own_data, SURVEY, SMOKE, f"{jump}Sprong nagegaan: sloop van een flat.")

    assert faults(own_data) == []


def test_a_jump_across_a_break_or_to_another_source_passes(own_data: Path) -> None:
    change(own_data, SURVEY, "GM9901,rookt,2024,17", "GM9901,rookt,2024,70")
    change(own_data, SURVEY, SMOKE, SMOKE.replace(",20,,", ",57,,").replace("Verzinsel", "Elders"))

    assert faults(own_data) == []


def test_twins_are_refused(own_data: Path) -> None:
    rows = {}
    for name in (SURVEY, REGISTER):
        for line in (own_data / name).read_text("utf-8").splitlines():
            area, indicator, year, *rest = line.split(",")
            rows[name, area, indicator, year] = rest[0]
    for (name, area, indicator, year), value in rows.items():
        if area == "WK990105":
            other = rows[name, "WK990104", indicator, year]
            old = f"WK990105,{indicator},{year},"
            change(own_data, name, f"{old}{value},", f"{old}{other},")

    (found,) = faults(own_data)

    assert "alle cijfers van WK990105 zijn gelijk aan die van WK990104" in found
    # One value that differs is enough to be two areas.
    change(own_data, REGISTER, "WK990105,huisarts,2021,1.6", "WK990105,huisarts,2021,1.9")
    assert faults(own_data) == []


BOUNDARIES = "tables/boundaries.csv"


def _boundaries(data: Path, *rows: str) -> None:
    (data / BOUNDARIES).write_text("\n".join(["code,year,change,old_code", *rows, ""]), "utf-8")


def test_a_series_across_a_moved_border_needs_a_break(own_data: Path) -> None:
    _boundaries(own_data, "WK990104,2021,3,", "WK990105,2021,1,")

    found = faults(own_data)

    assert [one.split(": ")[1] for one in found] == [
        "WK990104 kreeg in 2021 andere grenzen", "WK990104 kreeg in 2021 andere grenzen",
    ]  # fmt: skip
    assert "huisarts loopt door van 2020 naar 2021" in found[0]


def test_a_break_at_a_moved_border_is_enough(own_data: Path) -> None:
    _boundaries(own_data, "WK990104,2024,3,", "GM9901,2024,3,")

    # Only rookt runs past 2024, and it has a break there.
    assert faults(own_data) == []


def test_a_change_of_code_needs_the_old_one(own_data: Path) -> None:
    _boundaries(own_data, "WK990102,2020,2,", "WK999999,2020,1,", "WK990103,2020,4,")

    assert [one.split(": ", 1)[1] for one in faults(own_data)] == [
        "change '4' is onbekend; mogelijk: 1, 2, 3"
    ]
    _boundaries(own_data, "WK990102,2020,2,", "WK999999,2020,1,")
    assert faults(own_data) == [
        f"{BOUNDARIES}, regel 2: WK990102 kreeg in 2020 een andere code: vul old_code in",
        f"{BOUNDARIES}, regel 3: onbekend gebied 'WK999999'",
    ]


def test_figures_under_an_old_code_belong_to_the_new_one(own_data: Path) -> None:
    _boundaries(own_data, "WK990102,2018,2,WK990177")
    old = "WK990102,rookt,2016,26"
    change(own_data, SURVEY, old, old.replace("WK990102", "WK990177"))

    assert faults(own_data) == []

    line = change(own_data, SURVEY, SMOKE, SMOKE.replace("WK990102", "WK990177"))
    assert faults(own_data) == [
        f"{SURVEY}, regel {line}: onbekend gebied 'WK990177'; heet nu WK990102"
    ]


def test_a_missing_shape_is_named(own_data: Path) -> None:
    file = own_data / "shapes" / "buurten.geojson"
    layer = json.loads(file.read_text("utf-8"))
    layer["features"] = layer["features"][1:]
    file.write_text(json.dumps(layer), "utf-8")

    assert faults(own_data) == ["shapes/buurten.geojson: geen vorm voor BU99010101 (Tuin-Noord)"]


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ('"Feature","id":"WK990103"', '"Feature" "id":"WK990103"', "is geen geldige JSON"),
        ('"code":"WK990103"', '"code":"WK999903"', "onbekend gebied 'WK999903'"),
        ('"code":"WK990103"', '"code":"WK990102"', "WK990102 staat ook op"),
        ('"code":"WK990103"', '"code":""', "een vorm mist code"),
        ("[[[5.02,52.0],[5.03,52.0]", "[[[52.0,5.02],[52.0,5.03]", "niet in Nederland"),
        (
            '"year":2020,"licence":"CC0"},"geometry":{"type":"Polygon","coordinates":[[[5.02,',
            '"year":"2020","licence":"CC0"},"geometry":{"type":"Polygon","coordinates":[[[5.02,',
            "heeft geen jaartal als getal",
        ),
        ("[5.03,52.0],[5.03,52.02]", "[5.03,52.02],[5.03,52.0]", "is ongeldig (Self-inter"),
        ('"Polygon","coordinates":[[[5.02,', '"Point","coordinates":[[[5.02,', "is geen vlak"),
        ("[[[5.02,52.0]", '[[["x",52.0]', "is niet te lezen"),
    ],
)
def test_a_broken_shape_is_named(own_data: Path, old: str, new: str, text: str) -> None:
    line = change(own_data, "shapes/context.geojson", old, new)

    found = faults(own_data)

    # Where a code occurs twice, the line is that of its first shape.
    first = f"shapes/context.geojson, regel {line - 1 if 'staat ook' in text else line}: "
    exact = [one for one in found if text in one]
    assert len(exact) == 1, found
    assert exact[0].startswith(first) or "mist code" in text, exact


def test_a_missing_or_empty_layer_is_named(own_data: Path) -> None:
    (own_data / "shapes" / "context.geojson").unlink()
    (own_data / "shapes" / "buurten.geojson").write_text("[]", "utf-8")
    (own_data / "shapes" / "subdistricts.geojson").write_text('{"features": [7]}', "utf-8")

    assert faults(own_data) == [
        "shapes/buurten.geojson: is geen GeoJSON met features",
        "shapes/context.geojson: ontbreekt of is niet te openen",
        "shapes/subdistricts.geojson: is geen GeoJSON met features",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "text"),
    [
        ("neighbourhoods.toml", '"WK990103"', '"WK990199"', "'noord': onbekende wijk 'WK990199'"),
        ("neighbourhoods.toml", '["WK990101"]', '["WK990102"]', "WK990102 staat ook op"),
        ("neighbourhoods.toml", '"noord"', '"GM9901"', "'GM9901' is al de code van een gebied"),
        ("neighbourhoods.toml", '"noord"', '"noord', "geen geldige TOML"),
        ("neighbourhoods.toml", 'id = "noord"', 'story = [{}]\nid = "noord"', "mist 'text'"),
        ("catalog/leefstijl.toml", 'direction = "lower"', "", "mist direction"),
        ("catalog/leefstijl.toml", 'licence = "CC0"', 'licence = ""', "licence is leeg"),
    ],
)
def test_a_broken_catalogue_is_named(
    own_data: Path, name: str, old: str, new: str, text: str
) -> None:
    change(own_data, name, old, new)

    found = faults(own_data)

    assert any(one.startswith(name) and text in one for one in found), found


def test_all_faults_come_at_once_in_order(own_data: Path) -> None:
    change(own_data, SURVEY, SMOKE, SMOKE.replace(",20,,", ",x,,"))
    change(own_data, SURVEY, "GM9901,rookt,2016,24", "GM9901,rookt,2016,y")
    change(own_data, PEOPLE, "WK990103,2020,total,all,500", "WK990103,2020,total,all,z")

    assert [one.split(", regel ")[0] for one in faults(own_data)] == [SURVEY, SURVEY, PEOPLE]
