"""How figures are made: every method has its cases, and every case a method."""

import json

from wijzer.catalog import DATA
from wijzer.methods import methods


def test_every_case_belongs_to_one_method() -> None:
    cases = json.loads((DATA / "reference" / "cases.json").read_text("utf-8"))
    told = [case.id for one in methods() for case in one.cases]
    assert sorted(told) == sorted(case["id"] for case in cases)
    assert len(told) == len(set(told)) > 150


def test_every_method_says_what_it_is_for_and_where_it_comes_from() -> None:
    for one in methods():
        assert all((one.name, one.used, one.formula, one.source, one.cases)), one.id
    assert len({one.id for one in methods()}) == len(methods())
