"""Rules about the code itself: size, layers, one home for each thing. A rule names what breaks it.

`_rule_…` functions judge one parsed file, so that the tests at the end can show that they fail.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
CORE = ("model", "texts", "palette", "catalog", "stats", "store", "publish", "charts", "maps")
TOP = {
    "app.py", "pages", "wijzer", "data", "tests", "docs", ".streamlit", ".ci", "static",
    "requirements.txt", "requirements-dev.txt", "pyproject.toml", "Makefile", "README.md",
    "CHANGELOG.md", "LICENSE", "publiccode.yml", ".gitignore", ".gitattributes", ".editorconfig",
}  # fmt: skip
OUR_FOLDERS = ("app.py", "pages", "wijzer", "tests", ".ci")

Judge = Callable[[ast.Module], list[str]]


@cache
def files(*places: str) -> tuple[Path, ...]:
    """Python files in these files or folders of the project, sorted."""
    found = [ROOT / place for place in places]
    inside = [sorted(one.rglob("*.py")) if one.is_dir() else [one] for one in found]
    return tuple(file for group in inside for file in group if file.exists())


@cache
def tree(file: Path) -> ast.Module:
    """The parsed source of a file."""
    return ast.parse(file.read_text("utf-8"), str(file))


def broken(judge: Judge, chosen: tuple[Path, ...]) -> list[str]:
    """What a rule has against these files, as `path: fault`."""
    return [f"{file.relative_to(ROOT)}: {fault}" for file in chosen for fault in judge(tree(file))]


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def own_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def dotted(node: ast.expr) -> str:
    """`a.b.c` of a chain of names, else an empty string."""
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return node.id if isinstance(node, ast.Name) else ""


def imported(module: ast.Module) -> set[str]:
    """Full names of everything imported anywhere in a file."""
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


# --- the rules -----------------------------------------------------------------------------------


def _rule_statements(module: ast.Module) -> list[str]:
    counted = {one.name: statements(one) for one in functions(module)}
    return [f"{name} has {count} statements" for name, count in counted.items() if count > 25]


def statements(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Statements in a function, nested ones too, without its docstring."""
    inside = sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1
    return inside - (ast.get_docstring(function) is not None)


def _rule_sql(module: ast.Module) -> list[str]:
    def is_sql(text: str) -> bool:
        return bool(re.search(r"\b(SELECT\b.*\bFROM|INSERT INTO|DELETE FROM)\b", text, re.I | re.S))

    def made_of_parts(node: ast.AST) -> bool:
        if isinstance(node, ast.JoinedStr):
            return any(isinstance(part, ast.FormattedValue) for part in node.values)
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        formatted = called and node.func.attr == "format"  # type: ignore[attr-defined]
        return formatted or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.Add))

    def text(node: ast.AST) -> str:
        parts = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
        return " ".join(part for part in parts if isinstance(part, str))

    return [
        f"line {node.lineno}: SQL made from parts"  # type: ignore[attr-defined]
        for node in ast.walk(module)
        if made_of_parts(node) and is_sql(text(node))
    ]


def _rule_except(module: ast.Module) -> list[str]:
    broad = {"", "Exception", "BaseException"}

    def names(handler: ast.ExceptHandler) -> set[str]:
        if isinstance(handler.type, ast.Tuple):
            return {dotted(one) for one in handler.type.elts}
        return {dotted(handler.type)} if handler.type else {""}

    def passes_on(handler: ast.ExceptHandler) -> bool:
        last = handler.body[-1]
        return isinstance(last, ast.Raise) and last.exc is None

    return [
        f"line {node.lineno}: broad except"
        for node in ast.walk(module)
        if isinstance(node, ast.ExceptHandler) and names(node) & broad and not passes_on(node)
    ]


def _rule_state(module: ast.Module) -> list[str]:
    homes = {"query_params", "session_state"}
    return [
        f"line {node.lineno}: {node.attr} belongs in wijzer/ui/choice.py"
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and node.attr in homes
    ]


def _rule_cache(module: ast.Module) -> list[str]:
    return [
        f"line {node.lineno}: {node.attr} belongs in wijzer/ui/data.py"
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and node.attr in {"cache_data", "cache_resource"}
    ]


def _rule_docstrings(module: ast.Module) -> list[str]:
    named = [one for one in module.body if isinstance(one, ast.FunctionDef | ast.ClassDef)]
    faults = [
        f"{one.name} has no docstring"
        for one in named
        if not one.name.startswith("_") and ast.get_docstring(one) is None
    ]
    return faults if ast.get_docstring(module) else ["no docstring for the module", *faults]


def _rule_page_imports(module: ast.Module) -> list[str]:
    roots = {name.split(".")[0] for name in imported(module)}
    return [f"a page imports {name}" for name in sorted(roots - {"streamlit", "wijzer"})]


def _rule_skips(module: ast.Module) -> list[str]:
    refused = {"skip", "skipif", "xfail", "importorskip", "skipTest", "skipUnless"}
    return [
        f"line {node.lineno}: {node.attr}"
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and node.attr in refused
    ]


def _rule_can_fail(module: ast.Module) -> list[str]:
    """A test asserts, expects an error, or hands its judging to a function named check_/assert_."""

    def judges(node: ast.AST) -> bool:
        if isinstance(node, ast.Assert):
            return True
        name = dotted(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""
        return name in {"raises", "fail"} or name.startswith(("check", "assert", "expect"))

    return [
        f"{one.name} cannot fail"
        for one in functions(module)
        if one.name.startswith("test_") and not any(judges(node) for node in ast.walk(one))
    ]


# --- the code keeps them --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("judge", "places", "home"),
    [
        (_rule_statements, OUR_FOLDERS, None),
        (_rule_sql, OUR_FOLDERS, None),
        (_rule_except, OUR_FOLDERS, None),
        (_rule_state, ("app.py", "pages", "wijzer"), "wijzer/ui/choice.py"),
        (_rule_cache, ("app.py", "pages", "wijzer"), "wijzer/ui/data.py"),
        (_rule_docstrings, ("wijzer",), None),
        (_rule_page_imports, ("pages",), None),
        (_rule_skips, ("tests",), None),
        (_rule_can_fail, ("tests",), None),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_rule(judge: Judge, places: tuple[str, ...], home: str | None) -> None:
    chosen = tuple(one for one in files(*places) if home is None or one != ROOT / home)
    assert broken(judge, chosen) == []


@pytest.mark.parametrize(("place", "most"), [("wijzer", 300), ("pages", 80), ("app.py", 80)])
def test_files_are_short(place: str, most: int) -> None:
    lengths = {file: len(file.read_text("utf-8").splitlines()) for file in files(place)}
    assert {str(file): count for file, count in lengths.items() if count > most} == {}


def test_half_of_the_functions_have_at_most_eight_lines() -> None:
    lines = [own_lines(one) for file in files("wijzer") for one in functions(tree(file))]
    assert median(lines) <= 8


@pytest.mark.parametrize("name", ["utils", "util", "helpers", "common", "misc"])
def test_no_drawer_for_everything(name: str) -> None:
    found = [*ROOT.glob(f"wijzer/**/{name}*"), *ROOT.glob(f"tests/**/{name}*")]
    assert [one for one in found if "__pycache__" not in one.parts] == []


def test_top_level_is_what_the_house_says() -> None:
    assert {path.split("/")[0] for path in tracked()} <= TOP


@pytest.mark.parametrize("module", CORE)
def test_core_runs_without_streamlit(module: str) -> None:
    """Import the module and all below it in a fresh interpreter and look what came along."""
    script = (
        "import importlib, pkgutil, sys\n"
        f"top = importlib.import_module('wijzer.{module}')\n"
        "for one in pkgutil.walk_packages(getattr(top, '__path__', []), top.__name__ + '.'):\n"
        "    importlib.import_module(one.name)\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "streamlit" not in run.stdout.split()


def test_what_is_imported_is_asked_for_and_no_more() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.split(r"[^\w-]", one)[0].replace("-", "_") for one in project["dependencies"]}
    ours = files("app.py", "pages", "wijzer")
    used = {name.split(".")[0] for file in ours for name in imported(tree(file)) if name[0] != "."}
    named = {"python_pptx": "pptx", "vl_convert_python": "vl_convert"}
    wanted = {named.get(one, one) for one in asked}
    assert used - set(sys.stdlib_module_names) - {"wijzer"} == wanted


def test_all_that_is_asked_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    lists = [ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]
    lines = [line for file in lists for line in file.read_text("utf-8").splitlines()]
    pins = {line.split("==")[0] for line in lines if "==" in line}
    assert {re.split(r"[^\w-]", one)[0] for one in asked} <= pins
    assert [line for line in lines if line and "==" not in line and line[0] not in "#-"] == []


@pytest.mark.parametrize("file", files("wijzer/texts.py", "wijzer/texts"), ids=lambda one: one.name)
def test_sentences_of_the_interface_are_short(file: Path) -> None:
    """Reading level B1: at most twenty words in a sentence."""
    said = [
        node.value
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in docstrings(tree(file))
    ]
    assert long_sentences(said) == []


@cache
def docstrings(module: ast.Module) -> frozenset[int]:
    """Identities of the strings that stand on a line of their own: said to readers of the code."""
    alone = [one.value for one in ast.walk(module) if isinstance(one, ast.Expr)]
    return frozenset(id(one) for one in alone if isinstance(one, ast.Constant))


def long_sentences(said: list[str]) -> list[str]:
    """Sentences of more than twenty words."""
    sentences = [one for text in said for one in re.split(r"(?<=[.!?:;])\s+|\n", text)]
    return [one for one in sentences if len(re.findall(r"[\w{}’'-]+", one)) > 20]


@cache
def tracked() -> tuple[str, ...]:
    """Files that are in git, or would be: what a fresh clone holds."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(line for line in listed.stdout.splitlines() if (ROOT / line).exists())


def test_a_fresh_clone_is_enough() -> None:
    """No file points to a place outside the project on somebody's machine."""
    refused = re.compile(rb"/" + rb"work/|/" + rb"home/\w|/" + rb"Users/\w|/" + rb"root/")
    faults = [name for name in tracked() if refused.search((ROOT / name).read_bytes())]
    assert faults == []


def test_nothing_large_is_kept() -> None:
    sizes = {name: (ROOT / name).stat().st_size for name in tracked()}
    assert {name: size for name, size in sizes.items() if size > 5_000_000} == {}


# --- and the rules can fail -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("judge", "source"),
    [
        (_rule_statements, "def f():\n" + "    a = 1\n" * 26),
        (_rule_sql, "q = f'SELECT a FROM b WHERE c = {d}'"),
        (_rule_sql, "q = 'SELECT a FROM b WHERE c = %s' % d"),
        (_rule_sql, "q = 'select a from {}'.format(d)"),
        (_rule_sql, "q = 'SELECT a FROM ' + b"),
        (_rule_except, "try:\n    a\nexcept Exception:\n    b"),
        (_rule_except, "try:\n    a\nexcept (ValueError, Exception):\n    b"),
        (_rule_except, "try:\n    a\nexcept:\n    b"),
        (_rule_state, "st.query_params['wijk'] = 'x'"),
        (_rule_state, "st.session_state.x = 1"),
        (_rule_cache, "@st.cache_data\ndef f(): pass"),
        (_rule_docstrings, "def f(): pass"),
        (_rule_page_imports, "import pandas"),
        (_rule_page_imports, "from duckdb import connect"),
        (_rule_skips, "@pytest.mark.skip\ndef test_a(): assert True"),
        (_rule_can_fail, "def test_a():\n    b()"),
    ],
)
def test_rules_can_fail(judge: Judge, source: str) -> None:
    assert judge(ast.parse(source)) != []


@pytest.mark.parametrize(
    ("judge", "source"),
    [
        (_rule_sql, "q = 'SELECT a FROM b WHERE c = $d'"),
        (_rule_sql, "f'Selecteer {a} uit de lijst'"),
        (_rule_except, "try:\n    a\nexcept ValueError:\n    b"),
        (_rule_except, "try:\n    a\nexcept BaseException:\n    tidy()\n    raise"),
        (_rule_page_imports, "import streamlit as st\nfrom wijzer.ui import data"),
        (_rule_can_fail, "def test_a():\n    check_page(b)"),
    ],
)
def test_rules_let_good_code_be(judge: Judge, source: str) -> None:
    assert judge(ast.parse(source)) == []


def test_long_sentences_are_found() -> None:
    assert long_sentences(["woord " * 21]) != []
    assert long_sentences(["woord " * 12 + ". " + "woord " * 12]) == []


def test_publiccode_is_complete() -> None:
    """What catalogues of public software ask for: https://yml.publiccode.tools."""
    about = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    asked = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus"}
    asked |= {"softwareType", "description", "legal", "maintenance", "localisation"}
    assert asked <= about.keys()
    for text in about["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert all(len(one) <= 100 for one in text["features"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert about["softwareVersion"] == project["version"]
    assert about["legal"]["license"] == project["license"]


def test_what_the_readme_names_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    links = {one for one in re.findall(r"\]\(([^)#]+)", readme) if "://" not in one}
    assert {one for one in links if not (ROOT / one).exists()} == set()
    targets = set(re.findall(r"`?make ([a-z]+)", readme)) - {"and"}
    rules = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert targets <= rules
