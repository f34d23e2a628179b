"""A register of its own for a test, every part of the two pages, and a person with a form."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from functools import cache
from html import escape, unescape
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visit import Link, plain, visit
from wijzer import texts
from wijzer.access import MACHINE
from wijzer.kinds import KINDS, LONGEST_LINE, Field, Form
from wijzer.lists import CODES
from wijzer.store import content, entries
from wijzer.store.entries import Saving
from wijzer.store.register import FILE, Register, create
from wijzer.ui import data, frame, links

View = tuple[str, Link]

PARTS: list[View] = [
    *(("themas", {"themadeel": part}) for part in texts.THEMES_PARTS),
    *(("plan", {"plandeel": part}) for part in texts.PLAN_PARTS),
    *(("leren", {"leerdeel": part}) for part in texts.LEARN_PARTS if part != "zoeken"),
    ("leren", {"leerdeel": "zoeken", "zoek": "woord"}),
]
"""Every part of Thema's, of Plan and of Leren."""

MONITOR_PAGES: list[View] = [(page, {}) for page in links.MONITOR.values()]
EVERYWHERE: list[View] = [
    *PARTS, *MONITOR_PAGES, ("profiel", {"indicator": "overgewicht"}), ("presenteren", {}), ("", {})
]  # fmt: skip
"""Every page that shows what people entered."""

_numbers = count()


class Holds(StrEnum):
    """What is in a register when a test begins."""

    NOTHING = "nothing"
    PUBLISHED = "published"  # as in `make run EMPTY=1`
    EXAMPLES = "examples"


@cache
def _fresh(holds: Holds) -> bytes:
    """The file of a new register, made once."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / FILE
        if holds is Holds.NOTHING:
            create(file)
        else:
            content.open_register(Path(folder), holds is Holds.EXAMPLES).close()
        return file.read_bytes()


@contextmanager
def showing(figures: Path, register: Path) -> Iterator[None]:
    """The pages show these figures and this register, to the team, until the block ends."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WIJZER_STORE", str(figures))
        environment.setenv("WIJZER_REGISTER", str(register))
        environment.delenv("WIJZER_EMPTY", raising=False)
        environment.delenv("WIJZER_SHARE", raising=False)
        yield


@contextmanager
def own_register(
    folder: Path, holds: Holds = Holds.EXAMPLES, shared: bool = False
) -> Iterator[Register]:
    """The pages use the register in this folder until the block ends; a new one if there is none.

    It is closed again when it was not open before. `shared`: everybody without a pass is the
    public, as in a meeting.
    """
    _begin(folder, holds)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WIJZER_REGISTER", str(folder))
        environment.setenv("WIJZER_EMPTY", "" if holds is Holds.EXAMPLES else "1")
        environment.setenv("WIJZER_SHARE", "1" if shared else "")
        was_open = data.is_open()
        try:
            yield data.register()
        finally:
            if not was_open:
                data.forget()


@contextmanager
def held(folder: Path, holds: Holds = Holds.EXAMPLES) -> Iterator[Path]:
    """Keep the register in this folder open until the block ends, for tests that look at it one
    after the other; a new one if there is none. A test uses it when it says `own_register`."""
    _begin(folder, holds)
    try:
        _at(folder, data.register)
        yield folder
    finally:
        _at(folder, data.forget)


def _begin(folder: Path, holds: Holds) -> None:
    folder.mkdir(exist_ok=True)
    if not (folder / FILE).exists():
        (folder / FILE).write_bytes(_fresh(holds))


def _at(folder: Path, action: Callable[[], object]) -> None:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WIJZER_REGISTER", str(folder))
        action()


def add(
    kind: str, id: str = "", /, life: str = "active", example: bool = False, **body: Any
) -> str:
    """Enter a new thing as the team would. Returns its id."""
    id = id or entries.new_id(kind)
    how = Saving(life=life, example=example)
    entries.save(data.register(), MACHINE, kind, id, body, how)
    return id


CHOSEN = {
    "choice": "chosen",
    "consent": "given",
    "speaker": "resident",
    "rung": "advise",
    "run": "running",
    "pillars": ("support",),
    "scheme": "gwa",
    "method": "own",
}
"""Codes that show a thing in the most places; of other lists the first will do."""


def body(kind: str, text: str, parents: dict[str, str], area: str = "BU05460901") -> dict[str, Any]:
    """A thing of Stevenshof with every field filled in: `text` in every line and text.

    `parents` has by kind the id of what it hangs on, as far as that is there.
    """
    found = {one.name: _filled(one, text, parents, area) for one in KINDS[kind].fields}
    return found | EXCLUDED.get(kind, {}) | _receiver(kind, parents)


EXCLUDED: dict[str, dict[str, Any]] = {
    "goal": {"indicator": None},
    "focus_review": {"partly": None, "missed": None, "quality": 4.5},
}
"""By kind, what a field must be because of another one."""


def _receiver(kind: str, parents: dict[str, str]) -> dict[str, Any]:
    """Whom a partner refers to: another one."""
    return {"receiver": parents.get(SECOND)} if kind == "referral" else {}


SECOND = "second partner"


def _filled(one: Field, text: str, parents: dict[str, str], area: str) -> Any:
    if one.form in (Form.REF, Form.REFS):
        parent = parents.get(one.of)
        return (parent,) if parent and one.form.many else parent
    if one.form in (Form.CODE, Form.CODES):
        first = CODES[one.of][0]
        return CHOSEN.get(one.name, (first,) if one.form.many else first)
    return {
        Form.LINE: text[:LONGEST_LINE],
        Form.TEXT: text,
        Form.URL: "https://voorbeeld.example/pagina",
        Form.DATE: date(2025, 3, 1),
        Form.NUMBER: 40.5,
        Form.COUNT: 1 if one.name in ("number", "place") else 120,
        Form.YES: True,
        Form.INDICATOR: "overgewicht",
        Form.INDICATORS: ("overgewicht", "eenzaam"),
        Form.AREA: area,
        Form.NEIGHBOURHOOD: "stevenshof",
        Form.NEIGHBOURHOODS: ("stevenshof",),
    }[one.form]


def one_of_each(text_of: Callable[[str], str], example: bool = False) -> dict[str, str]:
    """A thing of every kind with every field filled in. Returns their ids by kind."""
    made: dict[str, str] = {}
    for kind in KINDS:
        made[kind] = add(kind, f"een-{kind}", example=example, **body(kind, text_of(kind), made))
        if kind == "partner":
            other = body(kind, text_of(kind), made)
            made[SECOND] = add(kind, "tweede-partner", example=example, **other)
    # A theme is made before the meeting that chose it: now it can name that.
    change("theme", made["theme"], meeting=made["meeting"])
    return made


def change(kind: str, id: str, example: bool | None = None, **values: Any) -> None:
    """Change some fields of a thing as the team would."""
    row = now(kind, id)
    marked = row["example"] if example is None else example
    how = Saving(row["revision"], example=marked, why="een reden")
    entries.save(data.register(), MACHINE, kind, id, entries.body_of(kind, row) | values, how)


def now(kind: str, id: str) -> dict[str, Any]:
    """The newest revision of a thing."""
    return entries.history(data.register(), kind, id)[-1]


def elements(found: Any) -> Iterator[Any]:
    """Every element and block of the page, each once, in order."""
    for child in found.children.values():
        yield child
        if hasattr(child, "children"):
            yield from elements(child)


def raw(found: AppTest) -> str:
    """Everything that goes to the browser: words, options, values, data of pictures, links."""
    protos = (getattr(one, "proto", None) for one in elements(found.main))
    return "\n".join(
        unescape(one.SerializeToString().decode("utf-8", "replace")) for one in protos if one
    )


def html(found: AppTest) -> list[str]:
    """The bodies of our own HTML."""
    return [one.proto.body for one in elements(found.main) if one.type == "html"]


def markdown(found: AppTest) -> list[str]:
    """Everything that the browser reads as markdown: texts, headings, alerts and labels."""
    names = ("body", "label", "caption", "help")
    return [
        text
        for one in elements(found.main)
        if one.type != "html" and getattr(one, "proto", None)
        for text in (str(getattr(one.proto, name, "")) for name in names)
        if text
    ]


def table(found: AppTest, caption: str) -> list[list[str]]:
    """The cells of the table with this caption, its head first."""
    [body] = [one for one in html(found) if f"<caption>{escape(caption)}</caption>" in one]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.S)
    return [[plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
            for row in rows]  # fmt: skip


def words(found: AppTest) -> str:
    """The words of our own HTML and of markdown, together."""
    return "\n".join(plain(one) for one in [*html(found), *markdown(found)])


def ribbon(found: AppTest) -> bool:
    """Whether the page says that it shows examples."""
    return any('class="wz-example"' in one for one in html(found))


def form(kind: str, id: str, page: str = "themas", **link: str) -> AppTest:
    """A person opens the form of a thing, with a place of its own for what is typed."""
    typing = {"bewerk": f"{kind}:{id}", "typ": f"toets{next(_numbers)}"}
    return visit(page, {"themadeel": "werkwijze"} | typing | link)


def field(found: AppTest, name: str) -> Any:
    """The field of the open form."""
    every = [
        *(found.text_input, found.text_area, found.selectbox, found.multiselect, found.checkbox)
    ]
    return next(
        one
        for kind in every
        for one in kind
        if str(one.key).startswith("veld-") and str(one.key).endswith(f"-{name}")
    )


def fill(found: AppTest, **values: Any) -> AppTest:
    """Fill in fields one after the other, as a person does."""
    for name, value in values.items():
        field(found, name).set_value(value)
        found.run()
    return found


def reason(found: AppTest, why: str) -> AppTest:
    """Fill in why something changes."""
    one = next(one for one in found.text_input if str(one.key).startswith("waarom-"))
    one.set_value(why)
    return found.run()


def button(found: AppTest, key: str) -> Any:
    """The button whose key begins like this."""
    return next(one for one in found.button if str(one.key).startswith(key))


def buttons(found: AppTest) -> list[str]:
    """The keys of all buttons."""
    return [str(one.key) for one in found.button]


def press(found: AppTest, key: str) -> AppTest:
    """Press the button whose key begins like this."""
    button(found, key).click()
    return found.run()


def is_open(found: AppTest) -> bool:
    """Whether a form is open."""
    return "sluiten" in buttons(found)


def go(found: AppTest, page: str, link: Link | None = None) -> AppTest:
    """To another page, by the menu or by a link: the address holds what the link says."""
    found.switch_page(str(frame.page(page)))
    found.query_params.clear()
    for name, value in (link or {}).items():
        found.query_params[name] = value
    return found.run()
