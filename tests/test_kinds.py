"""Kinds and their fields: the same as the tables, and checks that agree with the database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.bodies import begin, filled, first, least, one_of_each, plain
from wijzer import texts
from wijzer.access import MACHINE
from wijzer.kinds import CODES, KINDS, LONGEST_LINE, LONGEST_TEXT, Field, Form, Problem, problems
from wijzer.store import entries
from wijzer.store.register import Refused, Register, RegisterError, Row

BEFORE = ["id", "revision"]
AFTER = ["life", "made_by", "made_at", "batch", "example", "why_changed"]
NO_KIND = {
    *("step_taken", "thing", "draft"),
    *("vote_round", "vote_code", "vote_turnout", "ballot"),
    *("import_run", "replaced", "participant", "attendance", "response", "roster", "tie"),
    *("checklist", "erased", "told"),
}
TYPES = {
    Form.DATE: "DATE",
    Form.NUMBER: "DOUBLE",
    Form.COUNT: "INTEGER",
    Form.YES: "BOOLEAN",
}
_COLUMNS = """
SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE database_name = 'register' ORDER BY table_name, column_index
"""
_RULES = """
SELECT table_name, constraint_type, constraint_column_names AS columns, expression
FROM duckdb_constraints() WHERE database_name = 'register'
"""
_WRITE = "INSERT INTO register.$kind BY NAME SELECT unnest($row)"
_THING = "INSERT INTO thing VALUES ($id, $kind)"

each = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register that was just made, with one thing of every kind."""
    found = begin(tmp_path_factory.mktemp("kinds"))
    one_of_each(found)
    yield found
    found.close()


@dataclass(frozen=True)
class Schema:
    """What the database says of its tables: columns with types, and rules."""

    columns: dict[str, dict[str, str]]
    rules: list[Row]

    def checks(self, kind: str, *columns: str) -> str:
        """The checks of a table on exactly these columns."""
        return " ".join(
            rule["expression"]
            for rule in self.rules
            if rule["table_name"] == kind and rule["constraint_type"] == "CHECK"
            if set(rule["columns"]) == set(columns)
        )


@pytest.fixture(scope="module")
def schema(register: Register) -> Schema:
    """The tables of a new register."""
    columns: dict[str, dict[str, str]] = {}
    for row in register.rows(_COLUMNS):
        columns.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"]
    return Schema(columns, register.rows(_RULES))


# --- the same fields as the tables ----------------------------------------------------------------


def test_every_kind_is_a_table_and_the_other_way_round(schema: Schema) -> None:
    assert set(schema.columns) == set(KINDS) | NO_KIND
    assert len(KINDS) == 38


@each
def test_fields_are_the_columns(schema: Schema, kind: str) -> None:
    assert list(schema.columns[kind]) == [*BEFORE, *KINDS[kind].names, *AFTER]
    assert len(set(KINDS[kind].names)) == len(KINDS[kind].names)


@each
def test_a_field_has_the_type_of_its_form(schema: Schema, kind: str) -> None:
    for one in KINDS[kind].fields:
        expected = "VARCHAR[]" if one.form.many else TYPES.get(one.form, "VARCHAR")
        assert schema.columns[kind][one.name] == expected, one.name


@each
def test_lists_to_choose_from_are_the_same(schema: Schema, kind: str) -> None:
    for one in KINDS[kind].fields:
        told = re.findall("'([^']*)'", schema.checks(kind, one.name))
        codes = list(CODES[one.of]) if one.form in (Form.CODE, Form.CODES) else []
        assert [word for word in told if word != "^https?://"] == codes, one.name


def test_every_list_is_used_and_has_words() -> None:
    fields = [one for kind in KINDS.values() for one in kind.fields]
    used = {one.of for one in fields if one.form in (Form.CODE, Form.CODES)}
    assert used == set(CODES)
    assert {name: set(CODES[name]) for name in CODES} == {
        name: set(texts.WORD[name]) for name in CODES
    }


@each
def test_lengths_are_the_same(schema: Schema, kind: str) -> None:
    most = {Form.LINE: LONGEST_LINE, Form.TEXT: LONGEST_TEXT, Form.URL: 2000}
    for one in KINDS[kind].fields:
        told = re.findall(r"length\(.*?\) <= (\d+)", schema.checks(kind, one.name))
        assert told == ([str(most[one.form])] if one.form in most else []), one.name


@each
def test_numbers_have_the_same_bounds(schema: Schema, kind: str) -> None:
    rule = {Form.COUNT: ">= 0", Form.NUMBER: "isfinite", Form.URL: "regexp_matches"}
    for one in KINDS[kind].fields:
        found = [word for word in rule.values() if word in schema.checks(kind, one.name)]
        assert found == ([rule[one.form]] if one.form in rule else []), one.name


@each
def test_a_reference_is_a_foreign_key(schema: Schema, kind: str) -> None:
    keys = {
        rule["columns"][0]
        for rule in schema.rules
        if rule["table_name"] == kind and rule["constraint_type"] == "FOREIGN KEY"
    }
    assert keys == {"id"} | {one.name for one in KINDS[kind].fields if one.form is Form.REF}
    referred = {one.of for one in KINDS[kind].fields if one.form in (Form.REF, Form.REFS)}
    assert referred <= set(KINDS)


@each
def test_what_is_required_may_only_be_absent_in_a_draft(schema: Schema, kind: str) -> None:
    required = {one.name for one in KINDS[kind].fields if one.required}
    rules = [
        set(rule["columns"]) - {"life"}
        for rule in schema.rules
        if rule["table_name"] == kind and "life" in rule["columns"]
        if "IS NOT NULL" in str(rule["expression"]) and str(rule["expression"]).count("!=") < 2
    ]
    assert rules == [required]


@each
def test_every_kind_has_words_and_a_name(kind: str) -> None:
    assert texts.KIND[kind]
    assert all(texts.FIELD[name] for name in KINDS[kind].names)
    assert first(kind) and KINDS[kind].id == kind


# --- the checks -----------------------------------------------------------------------------------


@each
def test_a_good_body_has_no_problems(kind: str) -> None:
    assert problems(KINDS[kind], filled(kind)) == []
    assert problems(KINDS[kind], least(kind)) == []


FAULTS: list[tuple[str, dict[str, Any], list[Problem]]] = [
    ("theme", {"title": None}, [Problem("title", "required")]),
    ("theme", {"title": ""}, [Problem("title", "required")]),
    ("partner", {"neighbourhoods": ()}, [Problem("neighbourhoods", "required")]),
    ("reading", {"value": None}, [Problem("value", "required")]),
    ("reading", {"value": 0}, []),
    ("reading", {"value": 0.0, "answers": 0}, []),
    ("target_group", {"priority": False}, []),
    ("theme", {"title": 5}, [Problem("title", "type")]),
    ("theme", {"title": "half \ud800 teken"}, [Problem("title", "type")]),
    ("theme", {"indicators": ["roken"]}, [Problem("indicators", "type")]),
    ("theme", {"indicators": ("roken", None)}, [Problem("indicators", "type")]),
    ("theme", {"indicators": ("roken", 5)}, [Problem("indicators", "type")]),
    ("intervention", {"themes": "theme-1"}, [Problem("themes", "type")]),
    ("library", {"pillars": (["support"],)}, [Problem("pillars", "type")]),
    ("meeting", {"day": "2024-02-29"}, [Problem("day", "type")]),
    ("meeting", {"day": datetime(2024, 2, 29, 20)}, [Problem("day", "type")]),
    ("meeting", {"residents": 3.0}, [Problem("residents", "type")]),
    ("meeting", {"residents": True}, [Problem("residents", "type")]),
    ("meeting", {"residents": 2**31 - 1}, []),
    ("meeting", {"residents": 2**31}, [Problem("residents", "type")]),
    ("meeting", {"residents": -1}, [Problem("residents", "negative")]),
    ("meeting", {"residents": -(10**30)}, [Problem("residents", "negative")]),
    ("intervention", {"hours": -1.5}, []),
    ("intervention", {"hours": float("nan")}, [Problem("hours", "type")]),
    ("intervention", {"hours": float("inf")}, [Problem("hours", "type")]),
    ("intervention", {"hours": float("-inf")}, [Problem("hours", "type")]),
    ("intervention", {"hours": 10**400}, [Problem("hours", "type")]),
    ("intervention", {"hours": "7,5"}, [Problem("hours", "type")]),
    ("intervention", {"hours": False}, [Problem("hours", "type")]),
    ("target_group", {"hidden": "ja"}, [Problem("hidden", "type")]),
    ("target_group", {"hidden": 1}, [Problem("hidden", "type")]),
    ("theme", {"title": "x" * 200}, []),
    ("theme", {"title": "x" * 201}, [Problem("title", "long", 200)]),
    ("theme", {"why": "é" * 10_000}, []),
    ("theme", {"why": "é" * 10_001}, [Problem("why", "long", 10_000)]),
    ("theme", {"url": "http://" + "x" * 1993}, []),
    ("theme", {"url": "http://" + "x" * 1994}, [Problem("url", "long", 2000)]),
    ("theme", {"url": "www.example.org"}, [Problem("url", "url")]),
    ("theme", {"url": "javascript:alert(1)//https://"}, [Problem("url", "url")]),
    ("theme", {"url": " https://example.org"}, [Problem("url", "url")]),
    ("theme", {"choice": "perhaps"}, [Problem("choice", "code")]),
    ("theme", {"choice": "Chosen"}, [Problem("choice", "code")]),
    ("library", {"pillars": ("support", "magic")}, [Problem("pillars", "code")]),
    ("theme", {"choice": "rejected", "reason": None}, [Problem("reason", "required")]),
    ("theme", {"choice": "rejected", "reason": ""}, [Problem("reason", "required")]),
    ("theme", {"choice": "rejected", "reason": "Geen geld"}, []),
    ("goal", {"indicator": "roken", "measure": "Eigen maat"}, [Problem("measure", "either")]),
    ("goal", {"indicator": None, "measure": "Eigen maat"}, []),
    ("theme", {"colour": "red"}, [Problem("colour", "unknown")]),
    ("theme", {"why": "Bel 06-12 34 56 78."}, [Problem("why", "private")]),
    ("theme", {"owner": "procesbegeleider@voorbeeld.nl"}, [Problem("owner", "private")]),
    ("theme", {"why": "In 2019-2020: 0,5 miljoen euro, BU05460900, +12 3"}, []),
    ("theme", {"id": "theme-2", "life": "active"}, [
        Problem("id", "unknown"), Problem("life", "unknown"),
    ]),
    ("session", {"state": "cancelled", "reason": None}, [Problem("reason", "required")]),
    ("session", {"state": "held", "reason": None}, []),
    ("head_count", {"trait": "age", "group": "women"}, [Problem("group", "group")]),
    ("head_count", {"trait": "age", "group": "65+"}, []),
    ("head_count", {"people": 9, "contacts": 8}, [Problem("contacts", "grows")]),
    ("head_count", {"trait": "area", "area": None}, [Problem("area", "required")]),
    ("head_count", {"trait": "area", "group": "outside", "area": None}, []),
    ("head_count", {"ends": date(2024, 2, 28)}, [Problem("ends", "order")]),
    ("survey_round", {"ends": date(2024, 2, 28)}, [Problem("ends", "order")]),
    ("focus_review", {"light": "amber", "reason": None}, [Problem("reason", "required")]),
    ("focus_review", {"light": "red", "next_step": None}, [Problem("next_step", "required")]),
    ("focus_review", {"computed": "red", "reason": None}, [Problem("reason", "required")]),
    ("focus_review", {"reason": None, "next_step": None}, []),
    ("focus_review", {"quality": 5.5}, [Problem("quality", "scale")]),
    ("focus_review", {"partly": ("core_element-1",)}, [Problem("partly", "twice")]),
    ("referral", {"received": 4}, [Problem("received", "grows")]),
    ("referral", {"received": None, "begun": 4}, [Problem("received", "grows")]),
    ("referral", {"receiver": "partner-1"}, [Problem("receiver", "self")]),
    ("monitor_plan", {"instruments": ("who5", "spinnenweb")}, [Problem("instruments", "talk")]),
    ("theme", {"title": "", "choice": "x", "url": "x", "place": -1}, [
        Problem("title", "required"), Problem("choice", "code"), Problem("place", "negative"),
        Problem("url", "url"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "change", "expected"), FAULTS)
def test_each_fault_is_told_once(
    kind: str, change: dict[str, Any], expected: list[Problem]
) -> None:
    assert problems(KINDS[kind], filled(kind) | change) == expected


def test_every_fault_has_a_sentence() -> None:
    told = {one.fault for _, _, expected in FAULTS for one in expected}
    assert told == set(texts.PROBLEM) - {"reference", "reason"}


@each
def test_a_draft_may_lack_everything_but_holds_nothing_impossible(kind: str) -> None:
    assert problems(KINDS[kind], {}, draft=True) == []
    assert {one.fault for one in problems(KINDS[kind], {})} == {"required"}
    impossible = dict.fromkeys(KINDS[kind].names, object())
    found = problems(KINDS[kind], impossible, draft=True)
    assert [one.fault for one in found] == ["type"] * len(KINDS[kind].names)


def test_a_draft_may_break_rules_over_two_fields() -> None:
    both = {"indicator": "roken", "measure": "Eigen maat"}
    assert problems(KINDS["goal"], both, draft=True) == []
    assert problems(KINDS["theme"], {"choice": "rejected"}, draft=True) == []


# --- the checks and the database agree ------------------------------------------------------------

HOSTILE = st.sampled_from(
    [
        *("", " ", "\0", "a\0b", "\ud800", "half \udfff", "'; DROP TABLE thing; --", "$row", "%s"),
        *('<script>alert("x")</script>', "{'a': 1}", "NULL", "nan", "-0", "2024-02-30", "1e999"),
        *("x" * 200, "x" * 201, "é" * 200, "é" * 201, "👩‍👩‍👧" * 40, "x" * 10_000, "x" * 10_001),
        *("e\u0301" * 100, "e\u0301" * 101, "\u202e\u0000\uffff", "\n" * 300, "é" * 10_000),
        *("http://", "https://\n", "HTTPS://a", "http://" + "x" * 1993, "http://" + "x" * 1994),
        *("theme-1", "goal-1", "nergens", "active", "proposed", "rejected", "ja"),
    ]
)
WRONG = st.one_of(
    HOSTILE,
    st.text(max_size=30),
    st.integers(),
    st.sampled_from([2**31 - 1, 2**31, -1, 2**63, 2**64, 2**127, -(2**127) - 1, 10**400]),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.lists(st.one_of(HOSTILE, st.none(), st.integers()), max_size=3),
    st.lists(st.one_of(HOSTILE, st.none(), st.integers()), max_size=3).map(tuple),
)


def _good(one: Field) -> st.SearchStrategy[Any]:
    """Values that a form can send for a field."""
    if one.form in (Form.CODE, Form.CODES):
        codes = st.sampled_from(CODES[one.of])
        return st.lists(codes, max_size=4).map(tuple) if one.form.many else codes
    ways: dict[Form, st.SearchStrategy[Any]] = {
        Form.LINE: st.text(max_size=40),
        Form.TEXT: st.text(max_size=80),
        Form.URL: st.text(max_size=20).map("https://{}".format),
        Form.DATE: st.dates(),
        Form.NUMBER: st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers()),
        Form.COUNT: st.integers(0, 2**31 - 1),
        Form.YES: st.booleans(),
    }
    return ways.get(one.form, st.just(plain(one)))


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, dict[str, Any], str]:
    """A kind, a body that is good apart from at most three fields, and in what life."""
    kind = draw(st.sampled_from(list(KINDS)))
    fields = KINDS[kind].fields
    spoilt = draw(st.sets(st.sampled_from([one.name for one in fields]), max_size=3))
    body = {}
    for one in fields:
        good = _good(one) if one.required else st.one_of(st.none(), _good(one))
        body[one.name] = draw(WRONG if one.name in spoilt else good)
    return kind, body, draw(st.sampled_from(["active", "draft"]))


def _new_id() -> str:
    return entries.new_id("thing")


def refused(register: Register, kind: str, body: dict[str, Any], life: str) -> bool:
    """Whether the database itself refuses these values, without any check of ours before it."""
    id = _new_id()
    lists = {name: list(one) if isinstance(one, tuple) else one for name, one in body.items()}
    stored = {name: None if one in ("", []) else one for name, one in lists.items()}
    row = stored | {"id": id, "revision": 1, "life": life, "made_by": "test", "example": False}
    try:
        with register.change(MACHINE) as change:
            change.run(_THING, id=id, kind=kind)
            change.run(_WRITE.replace("$kind", kind), row=row | {"made_at": datetime(2024, 1, 1)})
    except (Refused, RegisterError, RuntimeError, OverflowError):
        return True
    return False


@settings(max_examples=250)
@given(bodies())
def test_what_the_database_refuses_is_reported(
    register: Register, given: tuple[str, dict[str, Any], str]
) -> None:
    kind, body, life = given
    found = problems(KINDS[kind], body, draft=life == "draft")
    missing = _missing(kind, body)
    if refused(register, kind, body, life):
        assert found or missing


@settings(max_examples=250)
@given(bodies())
def test_what_is_not_reported_the_database_accepts(
    register: Register, given: tuple[str, dict[str, Any], str]
) -> None:
    kind, body, life = given
    id, how = _new_id(), entries.Saving(life=life)
    if problems(KINDS[kind], body, draft=life == "draft") or _missing(kind, body):
        with pytest.raises(entries.Invalid):
            entries.save(register, MACHINE, kind, id, body, how)
        assert entries.history(register, kind, id) == []
    else:
        assert entries.save(register, MACHINE, kind, id, body, how) == 1
        kept = entries.body_of(kind, entries.history(register, kind, id)[0])
        empty = {name: None if one in ("", ()) else one for name, one in body.items()}
        assert kept == {name: _as_kept(kind, name, one) for name, one in empty.items()}


def _missing(kind: str, body: dict[str, Any]) -> bool:
    """Whether a reference leads nowhere: the only fault that `problems` cannot know."""
    for one in KINDS[kind].fields:
        value = body[one.name]
        if one.form in (Form.REF, Form.REFS) and isinstance(value, str | tuple) and value:
            names = value if isinstance(value, tuple) else (value,)
            if set(map(str, names)) != {first(one.of)}:
                return True
    return False


def _as_kept(kind: str, name: str, value: Any) -> Any:
    form = next(one.form for one in KINDS[kind].fields if one.name == name)
    return float(value) if form is Form.NUMBER and value is not None else value


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("theme", {"title": "x" * 201}),
        ("theme", {"why": "x" * 10_001}),
        ("theme", {"title": None}),
        ("theme", {"choice": "perhaps"}),
        ("theme", {"choice": "rejected", "reason": None}),
        ("theme", {"place": -1}),
        ("theme", {"place": 2**31}),
        ("theme", {"url": "www.example.org"}),
        ("theme", {"meeting": "nergens"}),
        ("theme", {"title": "\ud800"}),
        ("goal", {"measure": "Eigen maat"}),
        ("intervention", {"hours": float("inf")}),
        ("intervention", {"hours": 10**400}),
        ("library", {"pillars": ("magic",)}),
        ("meeting", {"day": "geen dag"}),
    ],
)
def test_the_database_refuses_by_itself(
    register: Register, kind: str, change: dict[str, Any]
) -> None:
    """The second line: also what comes past the checks is held back."""
    assert not refused(register, kind, filled(kind), "active")
    assert refused(register, kind, filled(kind) | change, "active")


def test_the_first_and_last_day_can_be_kept(register: Register) -> None:
    for day in (date(1, 1, 1), date(9999, 12, 31)):
        id = _new_id()
        entries.save(
            register, MACHINE, "meeting", id, least("meeting") | {"day": day}, entries.Saving()
        )
        assert entries.history(register, "meeting", id)[0]["day"] == day
