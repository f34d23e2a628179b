"""Plain words for everyone: level B1 as far as a program can tell, wherever Dutch is written.

Walks every module of `wijzer.texts` and of the charts, so that a new one is looked at by itself.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from wijzer import catalog, texts
from wijzer.ui import frame

WIJZER = Path(texts.__file__).parent.parent
PLACES = ("texts", "charts", "maps", "ui")
ABBREVIATION = re.compile(r"(?<![A-Za-z0-9_/#{-])[A-Z]{2,6}(?![A-Za-z_/}])")
"""Capitals on their own: GGD, and RIVM in "van RIVM"; not the names of columns and codes."""
NOT_SAID = {"A", "AA", *texts.SECTOR_CODE.values(), "SD", "SHARE", "NFKD", "ENDED", "UI"}
"""Levels of a norm, marks of sectors (their legend says which), and words of the code itself."""
STIFF = """
aangaande aldus alsmede alvorens betreffende binnen het kader van blijkens conform danwel derhalve
desalniettemin desbetreffende dientengevolge doch echter ten einde gaarne gelieve hetgeen hierbij
hieromtrent hoewel immers indien ingevolge in het kader van inzake jegens krachtens middels mits
met behulp van met betrekking tot met name mogelijkerwijs niettegenstaande omtrent onderhavige
ongeacht op grond van overeenkomstig reeds respectievelijk teneinde ten behoeve van ter plaatse
tevens thans uitsluitend voornoemde wederom zodoende zorgdragen dient te dienen te aanvang
ter zake van te allen tijde per abuis gedurende optimaliseren implementeren faciliteren
"""
PHRASES = (
    *("binnen het kader van", "in het kader van", "met behulp van", "met betrekking tot"),
    *("met name", "op grond van", "ten behoeve van", "ter plaatse", "dient te", "dienen te"),
    *("ter zake van", "te allen tijde", "per abuis", "ten einde"),
)


def _words() -> set[str]:
    rest = STIFF
    for phrase in PHRASES:
        rest = rest.replace(phrase, " ")
    return set(rest.split())


@cache
def said(place: str) -> tuple[tuple[str, str], ...]:
    """Every string of a folder with where it stands; what is filled in reads `{x}`."""
    files = sorted((WIJZER / place).rglob("*.py"))
    return tuple(
        (f"{file.relative_to(WIJZER)}:{line}", text)
        for file in files
        for line, text in strings(ast.parse(file.read_text("utf-8")))
    )


def strings(module: ast.Module) -> Iterator[tuple[int, str]]:
    """The strings of a module, f-strings whole; not what is said to readers of the code."""
    inside = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Expr):
            inside.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in ast.walk(node) if part is not node}
    for node in ast.walk(module):
        if id(node) in inside:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = (one.value if isinstance(one, ast.Constant) else "{x}" for one in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.!?:;])\s+|\n", text)


def long_ones(text: str) -> list[str]:
    """Sentences of more than twenty words."""
    return [one for one in sentences(text) if len(re.findall(r"[\w{}’'-]+", one)) > 20]


def short_ones(text: str) -> set[str]:
    """Abbreviations in a text that are explained nowhere."""
    plain = re.sub(r"`[^`]*`|<[^>]*>|\(\?[^)]*\)", " ", text)
    return set(ABBREVIATION.findall(plain)) - NOT_SAID - explained()


@cache
def explained() -> frozenset[str]:
    """What Verantwoording explains; "CC BY" stands there as one."""
    return frozenset(word for short in texts.SHORT for word in short.split())


def stiff_ones(text: str) -> list[str]:
    """Words that a civil servant writes and nobody says."""
    low = text.lower()
    words = sorted(_words() & set(re.findall(r"[a-zë]+", low)))
    return words + [one for one in PHRASES if re.search(rf"\b{one}\b", low)]


@pytest.mark.parametrize("place", ["texts", "charts"])
def test_no_sentence_has_more_than_twenty_words(place: str) -> None:
    assert [(where, one) for where, text in said(place) for one in long_ones(text)] == []


@pytest.mark.parametrize("place", ["texts", "charts"])
def test_every_abbreviation_is_explained(place: str) -> None:
    found = {where: short_ones(text) for where, text in said(place)}
    assert {where: short for where, short in found.items() if short} == {}


@pytest.mark.parametrize("one", catalog.indicators().values(), ids=lambda one: one.id)
def test_every_abbreviation_in_the_catalogue_is_explained(one: catalog.Indicator) -> None:
    told = (one.name, one.question, one.population, one.source, one.licence, one.note)
    assert {text: short_ones(text) for text in told if short_ones(text)} == {}


def test_every_explanation_is_of_something_on_the_screen() -> None:
    told = [text for place in PLACES for _, text in said(place)]
    told += [file.read_text("utf-8") for file in catalog.DATA.rglob("*.toml")]
    whole = "\n".join(told)
    assert [one for one in texts.SHORT if len(re.findall(rf"(?<!\w){one}(?!\w)", whole)) < 2] == []
    assert list(texts.SHORT) == sorted(texts.SHORT)


def test_no_word_is_cut_short() -> None:
    """No "bijv." or "o.a.": write it out. Only "n.v.t." stands in a narrow cell, explained."""
    cut = re.compile(r"\b(?:[a-z]\.){2,}|\b(?:bijv|enz|evt|ca|nr|incl|excl|resp|max|min|t/m)\.")
    found = [(where, cut.findall(text)) for where, text in said("texts")]
    assert [one for one in found if set(one[1]) - {"n.v.t."}] == []


@pytest.mark.parametrize("place", ["texts", "charts"])
def test_no_stiff_words(place: str) -> None:
    found = [(where, stiff_ones(text)) for where, text in said(place)]
    assert [one for one in found if one[1]] == []


def test_few_sentences_are_passive() -> None:
    """ "Er wordt gemeten": by whom? One in twenty at most."""
    every = [one for _, text in said("texts") for one in sentences(text) if len(one.split()) > 3]
    passive = [one for one in every if re.search(r"\b(?:wordt|worden|werd|werden)\b", one)]
    assert len(every) > 1000
    assert len(passive) <= len(every) / 20, passive


def test_long_words_are_rare() -> None:
    """Words of more than 22 letters."""
    words = [one for _, text in said("texts") for one in re.findall(r"[A-Za-zéëïöü’]+", text)]
    found = {one.lower() for one in words if len(one) > 22}
    assert found <= {"toegankelijkheidsverklaring", "wereldgezondheidsorganisatie"}  # their names


def test_dutch_has_a_dutch_apostrophe() -> None:
    found = [(where, text) for where, text in said("texts") if re.search(r"[a-zé]'[a-z]", text)]
    assert [one for one in found if not one[1].startswith("`")] == []  # words of Streamlit's script


def test_no_two_modules_use_one_name() -> None:
    """`from … import *` lets the later one win, without a word."""
    homes: Counter[str] = Counter()
    for name in _gathered():
        homes.update(_named(ast.parse((WIJZER / "texts" / f"{name}.py").read_text("utf-8"))))
    assert [name for name, count in homes.items() if count > 1] == []


def _gathered() -> list[str]:
    """The modules whose words `texts` gathers."""
    told = (WIJZER / "texts" / "__init__.py").read_text("utf-8")
    return re.findall(r"from wijzer\.texts\.(\w+) import \*", told)


def _named(module: ast.Module) -> set[str]:
    found = set()
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        found |= {one.id for one in targets if isinstance(one, ast.Name)}
    return {name for name in found if not name.startswith("_")}


def test_every_module_of_words_can_be_reached() -> None:
    """A new module is gathered, or imported by one that is."""
    files = {file.stem: file.read_text("utf-8") for file in (WIJZER / "texts").glob("*.py")}
    whole = "\n".join(files.values())
    imported = set(re.findall(r"from wijzer\.texts\.(\w+) import", whole))
    for names in re.findall(r"from wijzer\.texts import (.+)", whole):
        imported |= set(names.split(", "))
    assert imported == set(files) - {"__init__"}
    assert imported > set(_gathered())


def test_every_page_has_a_guide_in_steps() -> None:
    """A new page does not go without."""
    assert set(texts.READING) == {page.url_path for page in frame.PAGES}
    assert 3 <= len(texts.READ_STEPS) <= 5
    for steps in texts.READING.values():
        assert len(steps) == len(texts.READ_STEPS)
        for step in steps:
            assert step[0].isupper() or step[0] == "‘"
            assert step[-1] in ".?" and len(step.split()) <= 40
    assert len(set(map(str, texts.READING.values()))) == len(frame.PAGES)


# --- and the rules can fail -----------------------------------------------------------------------


def test_what_is_wrong_is_found() -> None:
    assert long_ones("woord " * 21) != [] and long_ones("Kort. " * 30) == []
    assert short_ones("De UWV doet dit.") == {"UWV"} and short_ones("De GGD, en {DAG}.") == set()
    assert stiff_ones("Indien u dient te kiezen") == ["indien", "dient te"]
    assert stiff_ones("Als u moet kiezen") == []
    told = dict(strings(ast.parse('"""doc"""\na = f"twee {b} woorden"\nc = "een"')))
    assert told == {2: "twee {x} woorden", 3: "een"}
    assert _named(ast.parse("A = 1\nB: int = 2\ndef c(): pass\n_D = 3")) == {"A", "B", "c"}
