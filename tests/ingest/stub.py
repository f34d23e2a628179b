"""A small copy of the live services on 127.0.0.1, quirks included, for the tests of the loaders.

It answers from the trimmed responses beside it: CBS OData 4 under /odata4, CBS OData 3 under
/feed (ODataFeed) and /api (ODataApi), RIVM under /rivm, PDOK under /pdok/<year>.
"""

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

RESPONSES = Path(__file__).parent / "responses"
API_LIMIT = 10_000

Row = dict[str, Any]


@dataclass
class Fault:
    """Answers that go wrong: for paths with `part` in them, after `after` good ones, `times`."""

    part: str
    status: int = 503
    times: int = 1
    after: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"<html>even niet</html>"
    delay: float = 0.0


@dataclass
class Stub:
    """The state of the running services: what they have, how they page, what goes wrong.

    `tables` by id, as in responses/; `padding`: width of region keys; `asked`: paths so far.
    """

    tables: dict[str, Row]
    map: Row
    padding: int = 10
    odata3_page: int = 10_000
    odata4_page: int = 100_000
    pdok_page: int = 1000
    attribute: str = "None"
    counts: bool = True
    faults: list[Fault] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def environment(self) -> dict[str, str]:
        """The addresses for WIJZER_URL_…."""
        return {
            "WIJZER_URL_ODATA4": f"{self.url}/odata4",
            "WIJZER_URL_ODATA3": f"{self.url}/feed",
            "WIJZER_URL_RIVM": f"{self.url}/rivm",
            "WIJZER_URL_PDOK": f"{self.url}/pdok/{{year}}",
        }

    def answer(self, path: str, options: dict[str, str]) -> tuple[int, Any]:
        """Status and JSON (or bare text) for a path."""
        host, *rest = path.strip("/").split("/")
        if host == "pdok":
            return self._pdok(rest, options)
        if rest[0] not in self.tables or host not in {"odata4", "feed", "api", "rivm"}:
            return 404, {"error": "not found"}
        table, resource, count = self.tables[rest[0]], rest[1], rest[2:] == ["$count"]
        rows = self._rows(host, table, resource)
        if rows is None:
            return 404, {"error": resource}
        try:
            kept = [row for row in rows if matches(options.get("$filter", ""), row)]
        except KeyError as error:
            return 400, {"error": f"cannot filter on {error}"}
        if count:
            return (200, str(len(kept))) if self.counts else (404, {})
        return self._whole(host, path, kept, options)

    def _whole(
        self, host: str, path: str, kept: list[Row], options: dict[str, str]
    ) -> tuple[int, Any]:
        if host in {"feed", "rivm"} and options.get("$format") != "json":
            return 200, "<?xml version='1.0'?><feed/>"
        if host == "api" and len(kept) > API_LIMIT:
            return 500, {"error": "too many rows"}
        if path.endswith("/Properties"):
            return 200, kept[0]
        return 200, self._page(host, path, kept, options)

    def _page(self, host: str, path: str, rows: list[Row], options: dict[str, str]) -> Row:
        size = self.odata4_page if host == "odata4" else self.odata3_page
        skip = int(options.get("$skip", 0))
        mark = "@odata" if host == "odata4" else "odata"
        page = {f"{mark}.{'context' if mark[0] == '@' else 'metadata'}": f"{self.url}{path}"}
        page["value"] = rows[skip : skip + size]
        if skip + size < len(rows):
            following = urlencode(options | {"$skip": skip + size})
            page[f"{mark}.nextLink"] = f"{self.url}{path}?{following}"
        return page

    def _rows(self, host: str, table: Row, resource: str) -> list[Row] | None:
        make = (_ODATA4 if host == "odata4" else _ODATA3).get(resource)
        return make(self, table) if make else None

    def _pdok(self, rest: list[str], options: dict[str, str]) -> tuple[int, Any]:
        year, _, collection, _ = rest
        if collection not in self.map or year != "2024":
            return 404, {}
        facts = {name: value for name, value in options.items() if "code" in name}
        found = [
            one
            for one in self.map[collection]
            if all(one["properties"].get(name) == value for name, value in facts.items())
        ]
        start = int(options.get("cursor", 0))
        size = min(self.pdok_page, int(options.get("limit", 10)))
        links = [{"rel": "self", "href": f"{self.url}/pdok/{year}/collections/{collection}/items"}]
        if start + size < len(found):
            following = urlencode(options | {"cursor": start + size})
            links.append({"rel": "next", "href": f"{links[0]['href']}?{following}"})
        page = found[start : start + size]
        return 200, {
            "type": "FeatureCollection", "links": links, "features": page,
            "numberReturned": len(page),
        }  # fmt: skip


def numeric(table: Row) -> list[Row]:
    """The topics that are numbers: `values` of a row are in their order."""
    return [one for one in table["topics"] if one["type"] != "String"]


def _areas(table: Row) -> dict[str, str]:
    return {row["area"]: row.get("name", row["area"]) for row in table["rows"]}


def _is_survey(table: Row) -> bool:
    return "age" in table["rows"][0]


def _properties3(stub: Stub, table: Row) -> list[Row]:
    names = ["WijkenEnBuurten"] + (["Leeftijd", "Marges", "Perioden"] if _is_survey(table) else [])
    names = table.get("dimensions", names)
    dimensions = [{"ID": i, "Type": "Dimension", "Key": name, "Title": name, "ParentID": None}
                  for i, name in enumerate(names)]  # fmt: skip
    titles = sorted({one["group"] for one in table["topics"]})
    groups = [{"ID": 100 + i, "Type": "TopicGroup", "Key": "", "Title": title, "ParentID": None}
              for i, title in enumerate(titles)]  # fmt: skip
    topics = [
        {
            "ID": 200 + i, "Type": "Topic", "Key": one["key"], "Title": one["title"],
            "ParentID": 100 + titles.index(one["group"]), "Datatype": one["type"],
            "Unit": one["unit"],
        }
        for i, one in enumerate(table["topics"])
    ]  # fmt: skip
    return dimensions + groups + topics


def _untyped(value: float | None, decimals: int) -> str:
    return "       ." if value is None else f"{value:8.{decimals}f}"


def _wide(stub: Stub, table: Row, typed: bool) -> list[Row]:
    rows = []
    for one in table["rows"]:
        for margin, values in _margins(one, _is_survey(table)):
            row: Row = {"ID": len(rows), "WijkenEnBuurten": one["area"].ljust(stub.padding)}
            if margin:
                row |= {"Leeftijd": one["age"], "Marges": margin, "Perioden": one["period"]}
            row["Codering_3"] = one["area"].ljust(20)
            for topic, value in zip(numeric(table), values, strict=True):
                row[topic["key"]] = value if typed else _untyped(value, topic["decimals"])
            rows.append(row | table.get("odd", {}).get(one["area"], {}))
    return rows


def _margins(row: Row, survey: bool) -> Iterator[tuple[str, list[float | None]]]:
    values, margin = row["values"], row.get("margin")
    yield ("MW00000" if survey else ""), values
    if survey:
        for name, sign in (("MOG0095", -1), ("MBG0095", 1)):
            yield name, [None if margin is None or v is None else v + sign * margin for v in values]


def _observations(stub: Stub, table: Row) -> list[Row]:
    return [
        {
            "Id": number, "Measure": topic["measure"],
            "ValueAttribute": "None" if value is not None else stub.attribute,
            "Value": None if value is None else float(value), "StringValue": None,
            "WijkenEnBuurten": row["area"],
        }
        for number, (row, topic, value) in enumerate(
            (row, topic, value)
            for row in table["rows"]
            for topic, value in zip(numeric(table), row["values"], strict=True)
        )
    ]  # fmt: skip


def _measures(stub: Stub, table: Row) -> list[Row]:
    return [
        {"Identifier": one["measure"], "Title": one["title"], "MeasureGroupId": one["group"],
         "DataType": one["type"], "Unit": one["unit"]}
        for one in table["topics"]
    ]  # fmt: skip


def _members(name: str) -> Any:
    return lambda stub, table: [{"Key": key} for key in table[name]]


_ODATA3: dict[str, Any] = {
    "TableInfos": lambda stub, table: [{
        "Title": table["title"], "Period": table["period"], "Modified": table["modified"],
    }],
    "DataProperties": _properties3,
    "UntypedDataSet": lambda stub, table: _wide(stub, table, typed=False),
    "TypedDataSet": lambda stub, table: _wide(stub, table, typed=True),
    "WijkenEnBuurten": lambda stub, table: [
        {"Key": code.ljust(stub.padding), "Title": name} for code, name in _areas(table).items()
    ],
    "Leeftijd": _members("ages"),
    "Perioden": _members("periods"),
    "Marges": lambda stub, table: [
        {"Key": key} for key in table.get("margins", ["MW00000", "MOG0095", "MBG0095"])
    ],
}  # fmt: skip
_ODATA4: dict[str, Any] = {
    "Properties": lambda stub, table: [{
        "Title": table["title"], "TemporalCoverage": table["period"], "Modified": table["modified"],
    }],
    "Dimensions": lambda stub, table: [{"Identifier": "WijkenEnBuurten"}],
    "MeasureCodes": _measures,
    "MeasureGroups": lambda stub, table: [
        {"Id": group, "Title": group} for group in sorted({t["group"] for t in table["topics"]})
    ],
    "WijkenEnBuurtenCodes": lambda stub, table: [
        {"Identifier": code, "Title": name} for code, name in _areas(table).items()
    ],
    "Observations": _observations,
}  # fmt: skip

_DIMENSIONS = {"WijkenEnBuurten", "Leeftijd", "Marges", "Perioden", "Measure"}
_WORD = re.compile(r"\s*(startswith|substringof|\(|\)|,|'[^']*'|eq|and|or|\w+)")


def matches(text: str, row: Row) -> bool:
    """Whether a row passes an OData filter. Raises KeyError for a filter on anything but a
    dimension, as the services refuse it."""
    words = _WORD.findall(text)
    return not words or _either(words, row)


def _either(words: list[str], row: Row) -> bool:
    found = _both(words, row)
    while words[:1] == ["or"]:
        words.pop(0)
        found = _both(words, row) or found
    return found


def _both(words: list[str], row: Row) -> bool:
    found = _one(words, row)
    while words[:1] == ["and"]:
        words.pop(0)
        found = _one(words, row) and found
    return found


def _one(words: list[str], row: Row) -> bool:
    word = words.pop(0)
    if word == "(":
        found = _either(words, row)
        words.pop(0)
        return found
    if word in {"startswith", "substringof"}:
        _, first, _, second, _ = (words.pop(0) for _ in range(5))
        name, value = (first, second) if word == "startswith" else (second, first)
        has = _dimension(row, name)
        return has.startswith(value[1:-1]) if word == "startswith" else value[1:-1] in has
    words.pop(0)
    return _dimension(row, word) == words.pop(0)[1:-1]


def _dimension(row: Row, name: str) -> str:
    if name not in _DIMENSIONS:
        raise KeyError(name)
    return str(row[name])


class _Handler(BaseHTTPRequestHandler):
    stub: Stub

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        options = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.stub.asked.append(self.path)
        fault = self._fault()
        if fault:
            time.sleep(fault.delay)
            return self._send(fault.status, fault.body, fault.headers)
        status, found = self.stub.answer(parts.path, options)
        body = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
        return self._send(status, body.encode(), {})

    def _fault(self) -> Fault | None:
        for one in self.stub.faults:
            if one.part in self.path and one.times:
                if one.after:
                    one.after -= 1
                    continue
                one.times -= 1
                return one
        return None

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        try:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def running() -> Iterator[Stub]:
    """The services, serving until the end of the block."""
    files = [*RESPONSES.glob("kwb-*.json"), *RESPONSES.glob("rivm-*.json")]
    tables = [json.loads(file.read_text("utf-8")) for file in files]
    shapes = json.loads((RESPONSES / "pdok-2024.json").read_text("utf-8"))
    stub = Stub({one["id"]: one for one in tables}, shapes)
    handler = type("Handler", (_Handler,), {"stub": stub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    stub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
