"""The API: the numbers of the pages, as the public may see them, and Dutch when it refuses."""

import csv
import io
import json
import re
from typing import Any
from urllib.parse import urlencode

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from tests.ui.asgi import Answer, ask
from wijzer import access, catalog, publish, texts
from wijzer.ui import api_answer, api_question, api_route, data, places, tiles
from wijzer.ui.api_reply import LIMIT
from wijzer.ui.limits import MINUTE, Window

NEIGHBOURHOODS = list(catalog.neighbourhoods())
AREA = {"wijk": "zuidwest", "deel": "WK051836"}


pytestmark = pytest.mark.usefixtures("examples")


def api(clock: float = 0.0) -> Starlette:
    """The API with a clock that stands still, so that no test waits for another."""
    return Starlette(routes=api_route.routes(Window(lambda: clock)))


def get(path: str, asked: dict[str, str] | None = None, **headers: str) -> Answer:
    """One question to a fresh API."""
    return ask(api(), path, query=urlencode(asked or {}), **headers)


def answer(asked: dict[str, str]) -> dict[str, Any]:
    """What the API says in JSON."""
    found = get("/api/figures.json", asked)
    assert found.status == 200, found.body.decode()
    assert found.headers["content-type"] == "application/json"
    told: dict[str, Any] = json.loads(found.body)
    return told


def problem(asked: dict[str, str]) -> dict[str, Any]:
    """Why the API refuses."""
    found = get("/api/figures.json", asked)
    assert found.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = json.loads(found.body)
    assert told["status"] == found.status >= 400
    return told


def table(asked: dict[str, str]) -> list[dict[str, str]]:
    """The answer as CSV, read as a spreadsheet reads it."""
    found = get("/api/figures.csv", asked)
    assert found.status == 200, found.body.decode()
    assert found.headers["content-type"].startswith("text/csv; charset=utf-8")
    return list(csv.DictReader(io.StringIO(found.body.decode("utf-8-sig")), delimiter=";"))


questions = st.sampled_from(NEIGHBOURHOODS).flatmap(
    lambda wijk: st.fixed_dictionaries(
        {"wijk": st.just(wijk)},
        optional={
            "deel": st.deferred(
                lambda: st.sampled_from(list(places.options(catalog.neighbourhood(wijk))))
            ),
            "domein": st.sampled_from(list(catalog.domain_names())),
            "indicator": st.sampled_from(list(catalog.indicators())),
            "jaar": st.sampled_from([str(year) for year in range(2012, 2026)]),
        },
    )
)
"""Every combination of names, each with a code that is known."""


@settings(max_examples=60)
@given(questions)
def test_every_combination_gives_the_published_figures_or_says_why_not(
    asked: dict[str, str],
) -> None:
    found = get("/api/figures.json", asked)
    told = json.loads(found.body)
    if found.status != 200:
        assert found.status in (400, 404)
        assert told["detail"].endswith(".")
        return
    area = places.at(catalog.neighbourhood(asked["wijk"]), asked.get("deel", "heel")).area.code
    rows = told["figures"]
    assert rows
    for row in rows:
        (published,) = [
            one
            for one in data.profile(area, row["year"])
            if (one["indicator"], one["year"]) == (row["indicator"], row["year"])
        ] or [_that_year(area, row)]
        for name in api_answer.FIELDS:
            mine, theirs = row[name], published[name]
            assert mine == theirs or (mine is None and (theirs is None or theirs != theirs))
    assert {row["indicator"] for row in rows} <= _asked_for(asked)
    if "indicator" in asked and "jaar" in asked:
        assert [str(row["year"]) for row in rows] == [asked["jaar"]]
    assert all(str(row["year"]) <= asked.get("jaar", "9999") for row in rows)
    assert [row["weergave"] for row in table(asked)] == [row["value_text"] for row in rows]


def _that_year(area: str, row: dict[str, Any]) -> publish.Row:
    """A year without a figure: no profile shows it, but the trend does."""
    every = publish.records(publish.all_years(data.store(), area, row["indicator"]))
    assert row["value"] is None
    (found,) = [one for one in every if one["year"] == row["year"]]
    return found


def _asked_for(asked: dict[str, str]) -> set[str]:
    if "indicator" in asked:
        return {asked["indicator"]}
    every = catalog.indicators().values()
    return {one.id for one in every if asked.get("domein", one.domain) == one.domain}


def test_the_csv_is_what_publish_makes() -> None:
    found = get("/api/figures.csv", AREA)
    assert found.body == publish.csv(data.profile("WK051836"))
    assert "moerwijk" in found.headers["content-disposition"]


def test_all_years_are_those_of_the_trend() -> None:
    rows = answer(AREA | {"indicator": "eenzaam"})["figures"]
    trend = publish.records(data.trend("eenzaam", ("WK051836",)))
    assert [(row["year"], row["value_text"]) for row in rows] == [
        (row["year"], row["value_text"]) for row in trend
    ]
    assert rows[0]["municipality_text"] != rows[-2]["municipality_text"]  # each its own year


def test_where_there_is_no_figure_it_says_why() -> None:
    asked = {"wijk": "alphen-noord", "deel": "BU04840307", "indicator": "eenzaam-65plus"}
    rows = answer(asked)["figures"]
    assert {row["value"] for row in rows} == {None}
    assert {row["value_text"] for row in rows} == {"niet gepubliceerd"}
    assert {row["missing"] for row in rows} == {"not_published"}
    assert {row["waarde"] for row in table(asked)} == {""}


def test_an_answer_tells_what_must_be_known_of_figures_elsewhere() -> None:
    told = answer(AREA | {"indicator": "eenzaam"})
    one = catalog.indicator("eenzaam")
    assert f"{one.source}, {one.table}" in told["sources"]
    assert told["licences"] == [one.licence]
    assert told["benchmark"] == "Den Haag"
    assert told["rule"] == texts.RULE_SIGN
    assert told["build"]["version"] == data.version()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["build"]["date"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["made_on"])
    assert (told["role"], told["example"]) == ("public", False)
    assert told["page"] == "/profiel?wijk=zuidwest&deel=WK051836&indicator=eenzaam"
    assert told["indicator"]["population"] == one.population
    assert (told["indicator"]["unit"], told["indicator"]["method"]) == (one.unit, one.method)


def test_a_year_is_the_state_of_that_year() -> None:
    rows = answer(AREA | {"jaar": "2016"})["figures"]
    assert {row["year"] for row in rows} >= {2016}
    assert max(row["year"] for row in rows) == 2016


def test_the_address_of_a_page_can_be_used_as_it_is() -> None:
    page = AREA | {"indicator": "eenzaam", "jaar": "2016", "lijst": "leefstijl", "kaart": "buurten"}
    page |= {"bevolking": "age", "leeswijzer": "uit"}
    assert (
        answer(page)["figures"]
        == answer(AREA | {"indicator": "eenzaam", "jaar": "2016"})["figures"]
    )


@pytest.mark.parametrize(
    ("asked", "status", "name", "allowed"),
    [
        ({}, 400, "wijk", NEIGHBOURHOODS),
        ({"wijk": "atlantis"}, 404, "wijk", NEIGHBOURHOODS),
        ({"wijk": ""}, 400, "wijk", NEIGHBOURHOODS),
        ({"wijk": "stevenshof", "deel": "WK051836"}, 404, "deel", ["heel", "BU05460900"]),
        (AREA | {"domein": "geluk"}, 404, "domein", list(catalog.domain_names())),
        (AREA | {"indicator": "geluk"}, 404, "indicator", list(catalog.indicators())),
        (AREA | {"indicator": "zelfredzame-ouderen"}, 404, "indicator", ["eenzaam"]),
        (AREA | {"indicator": "eenzaam", "domein": "leefstijl"}, 400, "domein",
         ["sociale-omgeving"]),
        (AREA | {"jaar": "1850"}, 404, "jaar", ["2020"]),
        (AREA | {"jaar": "vorig"}, 400, "jaar", ["2020"]),
        (AREA | {"indicator": "eenzaam", "jaar": "2021"}, 404, "jaar", ["2016", "2020"]),
        (AREA | {"tegel": "geheim"}, 404, "tegel", list(tiles.TILES)),
        (AREA | {"tegel": "profiel-lijst", "lijst": "geluk"}, 404, "lijst", ["leefstijl"]),
        (AREA | {"indicater": "eenzaam"}, 400, "indicater", ["indicator"]),
    ],
)  # fmt: skip
def test_a_wrong_question_is_told_what_can_be_asked(
    asked: dict[str, str], status: int, name: str, allowed: list[str]
) -> None:
    told = problem(asked)
    assert (told["status"], told["parameter"]) == (status, name)
    assert name in told["detail"]
    assert set(allowed) <= set(told["allowed"])
    assert all(code in told["detail"] for code in told["allowed"])
    as_text = get("/api/figures.csv", asked)
    assert (as_text.status, as_text.headers["content-type"]) == (
        status,
        "text/plain; charset=utf-8",
    )
    assert as_text.body.decode().strip() == told["detail"]


@pytest.mark.parametrize(
    "query", ["wijk=zuidwest&wijk=stevenshof", "&".join(f"n{i}=1" for i in range(40))]
)
def test_what_is_asked_twice_or_too_much_is_refused(query: str) -> None:
    assert ask(api(), "/api/figures.json", query=query).status == 400


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", "=1+1", "\r\nSet-Cookie: a=b", "x" * 5000]
)
def test_a_nasty_code_is_only_text(nasty: str) -> None:
    for path in ("/api/figures.csv", "/api/figures.json"):
        found = get(path, {"wijk": nasty})
        assert found.status == 404
        assert "html" not in found.headers["content-type"]
        assert len(found.body) < 1000
        assert "set-cookie" not in found.headers
    rows = get("/api/figures.csv", AREA | {"lijst": nasty})
    assert "set-cookie" not in rows.headers
    assert "\n" not in rows.headers["link"]


@pytest.mark.parametrize("id", list(tiles.TILES))
def test_a_tile_is_that_of_the_public_whoever_asks(id: str) -> None:
    """Also at the machine itself, where a page would show what the team may see."""
    asked = {"wijk": "stevenshof", "tegel": id}
    one = tiles.made(access.PUBLIC, id, (("wijk", "stevenshof"), ("deel", "heel")))
    found = get("/api/figures.json", asked, host="127.0.0.1:8501")
    if one is None:
        assert found.status == 404
        return
    told = json.loads(found.body)
    assert (told["header"], told["body"]) == (list(one.header), [list(row) for row in one.body])
    assert (told["title"], told["sentence"]) == (one.title, one.sentence)
    assert told["example"] == one.facts.example
    assert told["role"] == "public"
    assert texts.ROLE_SEES["public"] in told["role_text"]
    rows = table(asked)
    assert len(rows) == len(one.body)
    if one.facts.example:
        assert {row[texts.EXAMPLE_COLUMN] for row in rows} <= {texts.EXAMPLE_YES}
    check_is(told, "Tile")


def test_the_team_sees_more_than_the_api_gives() -> None:
    """Else the test above would say nothing."""
    where = (("wijk", "stevenshof"), ("deel", "heel"))
    roles = (access.PUBLIC, access.TEAM)
    differ = [
        id for id in tiles.TILES if len({_words(tiles.made(one, id, where)) for one in roles}) > 1
    ]
    assert differ


def _words(one: object) -> str:
    return str((one.header, one.body)) if one else ""  # type: ignore[attr-defined]


@pytest.mark.parametrize("tile", [{}, {"tegel": "profiel-lijst", "lijst": "leefstijl"}])
def test_no_cell_is_a_formula(tile: dict[str, str]) -> None:
    """A sign stands alone in its cell, which is text; what is below zero is a number."""
    found = get("/api/figures.csv", AREA | tile).body.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(found), delimiter=";"))
    starts = [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    assert len(rows) > 5
    assert [one for one in starts if not re.fullmatch(r"\+|-\d+(,\d+)?", one)] == []


def test_too_many_questions_have_to_wait_a_minute() -> None:
    now = [1000.0]
    app = Starlette(routes=api_route.routes(Window(lambda: now[0])))

    def asked(client: str) -> Answer:
        return ask(app, "/api/figures.json", client=client)

    assert {asked("10.0.0.1").status for _ in range(LIMIT)} == {400}
    refused = asked("10.0.0.1")
    assert (refused.status, refused.headers["retry-after"]) == (429, str(MINUTE))
    assert "minuut" in json.loads(refused.body)["detail"]
    assert asked("10.0.0.2").status == 400
    now[0] += MINUTE
    assert asked("10.0.0.1").status == 400


def test_what_was_had_already_is_not_sent_again() -> None:
    first = get("/api/figures.json", AREA)
    again = get("/api/figures.json", AREA, if_none_match=f'"x", W/{first.headers["etag"]}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert get("/api/figures.json", AREA, if_none_match='"x"').status == 200
    assert "max-age" in first.headers["cache-control"]
    assert get("/api/figures.json").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/api/figures.csv", "/api/figures.json", "/api/openapi.json", "/api/nergens"]
)
def test_any_site_may_read_it(path: str) -> None:
    found = get(path, AREA, origin="https://gemeente.example")
    assert found.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in found.headers
    before = ask(api(), path, "OPTIONS", origin="https://gemeente.example")
    assert (before.status, before.headers["access-control-allow-methods"]) == (
        204,
        "GET, HEAD, OPTIONS",
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_it_can_only_be_read(method: str) -> None:
    found = ask(api(), "/api/figures.json", method)
    assert (found.status, found.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert json.loads(found.body)["detail"] == texts.API_WRONG["405"]


def test_head_tells_what_get_would() -> None:
    head = ask(api(), "/api/figures.csv", "HEAD", query=urlencode(AREA))
    assert (head.status, head.headers) == (200, get("/api/figures.csv", AREA).headers)


# --- the description ------------------------------------------------------------------------------


def described() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(get("/api/openapi.json").body)
    return found


def _schema(name: str) -> dict[str, Any]:
    """A schema of the description, with those that it points to."""
    return {"$ref": f"#/components/schemas/{name}", "components": described()["components"]}


def check_is(told: dict[str, Any], name: str) -> None:
    """Fails when an answer is not what the description says."""
    jsonschema.validate(told, _schema(name))


def _resolved(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    for step in node["$ref"].removeprefix("#/").split("/"):
        whole = whole[step]
    return whole


def test_the_description_is_openapi() -> None:
    """What the specification of OpenAPI 3.1 asks for: required keys, and no others."""
    whole = described()
    assert whole["openapi"].startswith("3.1.")
    assert {"title", "version", "license", "description"} <= set(whole["info"])
    assert whole["servers"] == [{"url": "/"}]
    assert set(whole) <= {"openapi", "info", "servers", "paths", "components"}
    for path, item in whole["paths"].items():
        assert path.startswith("/")
        for method, operation in item.items():
            assert method == "get"
            assert {"operationId", "summary", "parameters", "responses"} == set(operation)
            for parameter in operation["parameters"]:
                one = _resolved(parameter, whole)
                assert {"name", "in", "required", "description", "schema"} <= set(one)
                assert one["in"] == "query"
            for status, response in operation["responses"].items():
                assert re.fullmatch(r"[2-5]\d\d", status)
                assert response["description"]
    ids = [item["get"]["operationId"] for item in whole["paths"].values()]
    assert len(set(ids)) == len(ids)


def test_every_reference_in_the_description_leads_somewhere() -> None:
    whole = described()
    refs = re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(whole))
    assert refs
    for ref in refs:
        assert _resolved({"$ref": f"#/{ref}"}, whole)


def test_every_schema_is_a_json_schema() -> None:
    for name in described()["components"]["schemas"]:
        jsonschema.Draft202012Validator.check_schema(_schema(name))


def test_every_path_that_is_described_answers_as_described() -> None:
    whole = described()
    for path, item in whole["paths"].items():
        found = get(path, AREA)
        told = item["get"]["responses"]
        assert found.headers["content-type"].split(";")[0] in told["200"]["content"]
        assert str(found.status) in told
        refused = get(path)
        assert str(refused.status) in told
        kind = refused.headers["content-type"].split(";")[0]
        assert kind in told[str(refused.status)]["content"]


@pytest.mark.parametrize("parameter", api_question.PARAMETERS, ids=lambda one: one.name)
def test_every_parameter_that_is_described_works(parameter: api_question.Parameter) -> None:
    whole = described()
    one = whole["components"]["parameters"][parameter.name]
    assert one["example"] in one["schema"]["enum"]
    assert one["required"] == (get("/api/figures.json", {}).status == 400 and one["name"] == "wijk")
    assert answer(AREA | {one["name"]: one["example"]})
    for code in one["schema"]["enum"] if parameter.name in ("wijk", "domein") else ():
        assert get("/api/figures.json", {"wijk": "zuidwest"} | {one["name"]: code}).status == 200


@pytest.mark.parametrize(
    "asked",
    [AREA, AREA | {"indicator": "eenzaam"}, {"wijk": "alphen-noord", "deel": "BU04840307"}],
)
def test_answers_are_as_the_description_says(asked: dict[str, str]) -> None:
    check_is(answer(asked), "Figures")


@pytest.mark.parametrize("asked", [{}, AREA | {"jaar": "x"}, AREA | {"deel": "x"}])
def test_refusals_are_as_the_description_says(asked: dict[str, str]) -> None:
    check_is(problem(asked), "Problem")


def test_the_page_for_people_names_everything() -> None:
    for path in ("/api", "/api/"):
        found = get(path)
        page = found.body.decode()
        assert found.status == 200 and '<html lang="nl">' in page
        assert "<script" not in page
        for parameter in api_question.PARAMETERS:
            assert all(code in page for code in parameter.codes())
        for name in api_answer.FIELDS:
            assert name in page
        links = [one.replace("&amp;", "&") for one in re.findall(r'href="(/api/[^"]+)"', page)]
        assert len(links) >= 10
        for link in links:
            where, _, query = link.partition("?")
            answered = ask(api(), where, query=query)
            assert answered.status == (200 if query or "figures" not in where else 400)


# --- how often ------------------------------------------------------------------------------------


def test_a_window_counts_a_minute_by_address() -> None:
    now = [0.0]
    window = Window(lambda: now[0])
    assert [window.add("a"), window.add("a"), window.add("b")] == [1, 2, 1]
    now[0] = MINUTE - 0.1
    assert window.add("a") == 3
    now[0] = MINUTE
    assert window.add("a") == 2


def test_a_window_stays_small() -> None:
    window = Window(lambda: 0.0, most=100)
    for number in range(10_000):
        assert window.add(f"10.0.{number // 256}.{number % 256}") == 1
    assert len(window._seen) == len(window._count) == 100


def test_a_network_is_one_asker() -> None:
    window = Window(lambda: 0.0)
    assert window.add("2001:db8:1:2::1") == 1
    assert window.add("2001:db8:1:2:ffff::9") == 2
    assert window.add("2001:db8:1:3::1") == 1
    assert window.add("::ffff:10.0.0.1") == 1
    assert window.add("10.0.0.1") == 2
    assert window.add("") == window.add("testclient") == 1
