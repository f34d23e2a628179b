"""What somebody without a pass sees in a meeting: the plan, and nothing that is not for them."""

import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    PARTS,
    SECOND,
    View,
    add,
    body,
    elements,
    held,
    is_open,
    now,
    own_register,
    raw,
    table,
    words,
)
from tests.pages.visit import Link, trouble, visit, warnings
from tests.votes.meeting import papers
from wijzer import texts
from wijzer.access import MACHINE, PUBLIC, NotAllowed
from wijzer.kinds import KINDS
from wijzer.store import content, entries, many, votes
from wijzer.store.entries import Saving
from wijzer.store.register import Register
from wijzer.ui import data

SECRETS = {
    "draft": "Kladgeheim",
    "begun as a draft": "Begingeheim",
    "without consent": "Citaatgeheim",
    "taken back": "Spijtgeheim",
    "retired": "Weggeheim",
}
THEMES = [f"thema-stevenshof-{one}" for one in ("contacten", "opgroeien", "leefomgeving")]
EVERYWHERE: list[View] = [
    *PARTS,
    ("plan", {"plandeel": "doelen", "doel": "doel-openbaar"}),
    ("themas", {"themadeel": "themas", "thema": "thema-openbaar"}),
    ("themas", {"themadeel": "themas", "thema": THEMES[0]}),
    ("themas", {"themadeel": "stemmen", "stemming": "open"}),
    ("themas", {"themadeel": "stemmen", "stemming": "closed"}),
    *(("leren", {"leerdeel": "zoeken", "zoek": word})
      for word in ("klad", "begin", "citaat", "spijt", "weg")),
    ("profiel", {"indicator": "overgewicht"}),
    ("presenteren", {}),
    ("", {}),
]  # fmt: skip


def name(view: View) -> str:
    return "-".join([view[0], *view[1].values()])


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """A register with much that the public may not see, and the ids of its votes."""
    folder = tmp_path_factory.mktemp("meeting")
    with own_register(folder) as register:
        _plan()
        rounds = _rounds(register)
    with held(folder):
        yield folder, rounds


def _plan() -> None:
    parents = {"theme": THEMES[0], "goal": "doel-voorbeeld-stevenshof-groen",
               "intervention": "interventie-stevenshof-groen",
               "meeting": "bijeenkomst-voorbeeld-stevenshof",
               "presentation": "presentatie-openbaar",
               "partner": "partner-bewoners", SECOND: "partner-welzijnsorganisaties"}  # fmt: skip
    add("presentation", "presentatie-openbaar", neighbourhood="stevenshof", title="Avond")
    add("plan_version", "versie-oud", neighbourhood="stevenshof", title="Oud", reason="Begin")
    for kind in KINDS:
        for life, text in (("draft", SECRETS["draft"]), ("active", SECRETS["retired"])):
            made = body(kind, text, parents) | ({"number": 5} if kind == "step" else {})
            id = add(kind, f"{life}-{kind}", life=life, **made)
            if life == "active":
                entries.retire(data.register(), MACHINE, kind, id, 1, text)
    _begun_as_drafts()
    _quote("none", SECRETS["without consent"])
    id = _quote("given", SECRETS["taken back"])
    taken = entries.body_of("quote", now("quote", id)) | {"consent": "withdrawn"}
    entries.save(data.register(), MACHINE, "quote", id, taken, Saving(seen=1))
    add("meeting", neighbourhood="stevenshof", title="Kleine avond", residents=7, professionals=3)
    add("theme_group", theme=THEMES[0], title="Kleine groep", residents=7, professionals=3)
    add("target_group", neighbourhood="stevenshof", title="Kleine doelgroep", method="own", size=7)


def _begun_as_drafts() -> None:
    secret = SECRETS["begun as a draft"]
    theme = {"neighbourhood": "stevenshof", "title": secret, "why": secret, "choice": "chosen"}
    goal = {"theme": THEMES[0], "title": secret, "owner": secret, "indicator": "eenzaam"}
    for kind, id, begun in (("theme", "thema-openbaar", theme), ("goal", "doel-openbaar", goal)):
        add(kind, id, life="draft", **begun)
        finished = begun | {name: "Openbaar" for name, text in begun.items() if text == secret}
        entries.save(data.register(), MACHINE, kind, id, finished, Saving(seen=1))


def _quote(consent: str, text: str) -> str:
    return add("quote", theme=THEMES[0], text=text, speaker="resident", consent=consent)


def _rounds(register: Register) -> dict[str, str]:
    """A round that is open, and a closed one of 6 residents and 14 professionals."""
    rounds = {}
    for name in ("open", "closed"):
        title = f"Stemming die {name} is"
        id = votes.open_round(register, MACHINE, "stevenshof", title, "dots", THEMES, 3)
        for number, code in enumerate(papers(register, id, 6, 14)):
            mine = {THEMES[0]: 3} if number < 6 else {THEMES[1]: 2, THEMES[2]: 1}
            votes.cast(register, code, mine, f"telefoon {number}")
        rounds[name] = id
    votes.close_round(register, MACHINE, rounds["closed"])
    return rounds


@pytest.fixture
def rounds(meeting: tuple[Path, dict[str, str]]) -> Iterator[dict[str, str]]:
    """That register, opened by the public."""
    folder, found = meeting
    with own_register(folder, shared=True):
        yield found


def look(view: View, rounds: dict[str, str]) -> AppTest:
    link: Link = {name: rounds.get(code, code) for name, code in view[1].items()}
    return visit(view[0], {"wijk": "stevenshof"} | link)


# --- what is not for them -------------------------------------------------------------------------


@pytest.mark.parametrize("view", EVERYWHERE, ids=name)
def test_nothing_secret_goes_to_a_browser(view: View, rounds: dict[str, str]) -> None:
    """Not in words, in a list to choose from, in a picture, in a history or a comparison."""
    found = look(view, rounds)
    assert trouble(found) == warnings(found) == []
    sent = raw(found)
    assert "Stevenshof" in sent
    assert [kind for kind, text in SECRETS.items() if text.lower() in sent.lower()] == []


def test_what_is_public_is_seen(rounds: dict[str, str]) -> None:
    """Else the test above would hold for an empty page."""
    seen = "".join(raw(look(view, rounds)) for view in PARTS)
    assert "Openbaar" in seen and "Kleine avond" in seen and "Kleine groep" in seen


def test_the_team_does_see_what_it_is_working_on(meeting: tuple[Path, dict[str, str]]) -> None:
    with own_register(meeting[0]):
        seen = "".join(raw(look(view, meeting[1])) for view in PARTS)
    assert SECRETS["draft"] in seen
    assert SECRETS["without consent"] not in seen and SECRETS["taken back"] not in seen


def widgets(found: AppTest) -> set[str]:
    """Everything that can be pressed or filled in, by key or label."""
    kinds = ("button", "text_input", "text_area", "checkbox", "multiselect", "radio", "form",
             "selectbox", "button_group", "download_button", "select_slider", "number_input",
             "date_input", "file_uploader", "toggle", "chat_input", "data_editor", "slider",
             "color_picker", "time_input", "feedback", "link_button")  # fmt: skip
    return {
        str(getattr(one, "key", None) or f"{one.type} {getattr(one.proto, 'label', '')}")
        for one in elements(found.main)
        if one.type in kinds
    }


CHOOSES = ("_", "kies-", "naar-", "neem-")
"""Keys of what only chooses or takes along: choices, figures, neighbourhoods, downloads."""


def test_nothing_can_be_changed(meeting: tuple[Path, dict[str, str]]) -> None:
    folder, rounds = meeting
    with own_register(folder):
        team = {one for view in EVERYWHERE for one in widgets(look(view, rounds))}
    with own_register(folder, shared=True):
        public = {one for view in EVERYWHERE for one in widgets(look(view, rounds))}
    assert [one for one in public if not one.startswith(CHOOSES)] == []
    extra = {re.split(r"[-_ ]", one)[0] for one in team - public}
    assert extra >= {
        "vul",
        "terug",
        "voorbeelden",
        "sluit",
        "groep",
        "aantal",
        "FormSubmitter:nieuwe",
    }
    assert "kies-meeting" not in public and "_kies-meeting" not in public


@pytest.mark.parametrize("kind", KINDS)
def test_no_form_opens(kind: str, rounds: dict[str, str]) -> None:
    check_no_form(f"{kind}:draft-{kind}")


def test_no_form_of_something_new_or_in_use_opens(rounds: dict[str, str]) -> None:
    for asked in ("goal:doel-nieuw", "theme:thema-openbaar", "onzin", "goal:../.."):
        check_no_form(asked)


def check_no_form(asked: str) -> None:
    """The public asks for a form: told that it is for the team, and nothing of the thing."""
    found = visit("themas", {"bewerk": asked, "typ": "x", "themadeel": "werkwijze"})
    assert trouble(found) == []
    assert not is_open(found)
    assert [one.value for one in found.info] == [texts.MAY_NOT_ENTER]
    assert not any(one.startswith("veld-") for one in widgets(found))
    assert SECRETS["draft"] not in raw(found)


# --- small numbers --------------------------------------------------------------------------------


@pytest.mark.parametrize("shared", [True, False], ids=["public", "team"])
def test_small_numbers_of_people_are_not_told(
    shared: bool, meeting: tuple[Path, dict[str, str]]
) -> None:
    few, many = ("minder dan 10", "minder dan 10") if shared else ("minder dan 5", "7")
    with own_register(meeting[0], shared=shared):
        found = visit("themas", {"wijk": "stevenshof", "themadeel": "werkwijze"})
        for caption, title in (("Bijeenkomsten in Stevenshof", "Kleine avond"),
                               ("Themagroepen in Stevenshof", "Kleine groep")):  # fmt: skip
            row = next(row for row in table(found, caption) if row[0] == title)
            assert row[2:4] == [many, few]
            assert re.findall(r"\b[37]\b", " ".join(row)) == ([] if shared else ["7"])
        found = visit("plan", {"wijk": "stevenshof", "plandeel": "mensen"})
        row = next(row for row in table(found, "Doelgroepen in Stevenshof") if "Kleine" in row[0])
        assert row[1] == many
        found = visit("plan", {"wijk": "stevenshof", "plandeel": "aanpak"})
        changed = table(found, "Wat veranderde er sinds ‘Oud’?")
        assert ["Doelgroep", "Kleine doelgroep", texts.ADDED, ""] in changed
        assert re.findall(r"(?:van|naar) ‘7’", words(found)) == []


# --- votes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("shared", [True, False], ids=["public", "team"])
def test_of_an_open_vote_only_the_turnout_is_told(
    shared: bool, meeting: tuple[Path, dict[str, str]]
) -> None:
    folder, rounds = meeting
    with own_register(folder, shared=shared):
        found = look(("themas", {"themadeel": "stemmen", "stemming": "open"}), rounds)
    assert texts.ROUND_OPEN in words(found)
    told = re.findall(r"\S[^\n]* van de [^\n]* kaarten gebruikt", words(found))
    few = "minder dan 10" if shared else "6"
    many = "15" if shared else "14"  # in fives for the public
    assert f"{few} van de {few} kaarten gebruikt" in told[0]
    assert f"{many} van de {many} kaarten gebruikt" in told[0]
    assert "punten" not in words(found).replace("punten verdelen", "").replace("Punten per", "")
    assert not any(one.type == "vega_lite_chart" for one in elements(found.main))
    assert texts.ROUND_MIX_TITLE not in words(found)


@pytest.mark.parametrize("weight", ["0", "50", "100"])
def test_of_a_small_group_nothing_can_be_computed(weight: str, rounds: dict[str, str]) -> None:
    """6 residents and 14 professionals: the residents are hidden, and so is every sum of both."""
    view = ("themas", {"themadeel": "stemmen", "stemming": "closed", "gewicht": weight})
    found = look(view, rounds)
    said = words(found)
    assert texts.ROUND_HIDDEN in said and texts.ROUND_NO_MIX in said
    assert "minder dan 10 van de minder dan 10 kaarten gebruikt" in said
    assert texts.ROUND_TABLE.format(groep="Inwoners") not in said
    rows = table(found, texts.ROUND_TABLE.format(groep="Beroepskrachten"))[1:]
    assert [(row[2], row[3]) for row in rows] == [
        *(("28 punten", "67%"), ("14 punten", "33%"), ("0 punten", "0%"))
    ]
    # Of 6 residents with 18 points for one theme, and of 20 people with 60 points together.
    assert re.findall(r"\b(?:6|18|20|60)\b (?:punten|stem|kaart|inwoner)", said) == []
    assert texts.ROUND_MIX_TABLE not in said and "_gewicht" not in widgets(found)
    assert "Bovenaan staat bij beroepskrachten ‘Gezond opgroeien’." in said


def test_the_team_sees_groups_of_five_and_more(meeting: tuple[Path, dict[str, str]]) -> None:
    folder, rounds = meeting
    with own_register(folder):
        found = look(("themas", {"themadeel": "stemmen", "stemming": "closed"}), rounds)
    rows = table(found, texts.ROUND_TABLE.format(groep="Inwoners"))[1:]
    assert rows[0][1:4] == ["Sociale contacten en vriendschap", "18 punten", "100%"]
    assert texts.ROUND_HIDDEN not in words(found)
    assert len(table(found, texts.ROUND_MIX_TABLE)) == 4


# --- the store refuses, whatever a page does ------------------------------------------------------

GOAL = {"theme": THEMES[0], "title": "Van buiten"}
WRITES: dict[str, Callable[[Register, dict[str, str]], Any]] = {
    "entries.save": lambda register, _: entries.save(
        register, PUBLIC, "goal", "doel-van-buiten", GOAL, Saving()
    ),
    "entries.retire": lambda register, _: entries.retire(
        register, PUBLIC, "theme", THEMES[0], 1, ""
    ),
    "entries.undo": lambda register, _: entries.undo(
        register, PUBLIC, "theme", "thema-openbaar", 2, ""
    ),
    "many.add_all": lambda register, _: many.add_all(
        register, PUBLIC, [("goal", "doel-van-buiten", GOAL)], Saving()
    ),
    "entries.keep_typed": lambda register, _: entries.keep_typed(
        register, PUBLIC, "goal:doel-van-buiten:x", GOAL
    ),
    "entries.drop_typed": lambda register, _: entries.drop_typed(register, PUBLIC, "goal:a:x"),
    "votes.open_round": lambda register, _: votes.open_round(
        register, PUBLIC, "stevenshof", "Van buiten", "dots", THEMES
    ),
    "votes.hand_out": lambda register, rounds: votes.hand_out(
        register, PUBLIC, rounds["open"], "resident", 5
    ),
    "votes.close_round": lambda register, rounds: votes.close_round(
        register, PUBLIC, rounds["open"]
    ),
    "content.remove_examples": lambda register, _: content.remove_examples(register, PUBLIC),
}


@pytest.mark.parametrize("write", WRITES)
def test_the_store_refuses_the_public(write: str, rounds: dict[str, str]) -> None:
    register = data.register()
    before = whole(register)
    with pytest.raises(NotAllowed):
        WRITES[write](register, rounds)
    assert whole(register) == before


def whole(register: Register) -> list[object]:
    """Everything that is in the register."""
    return [
        entries.state(register),
        [votes.turnout(register, one.id) for one in votes.rounds(register)],
        votes.rounds(register),
        entries.unsaved(register),
        content.examples(register),
        register.version,
    ]


def test_every_function_that_asks_for_a_visitor_is_tried() -> None:
    """A new way to write is not forgotten here."""
    modules: dict[str, ModuleType] = {
        "entries": entries,
        "votes": votes,
        "content": content,
        "many": many,
    }
    asks = {
        f"{home}.{one.__name__}"
        for home, module in modules.items()
        for _, one in inspect.getmembers(module, inspect.isfunction)
        if one.__module__ == module.__name__ and not one.__name__.startswith("_")
        if "visitor" in inspect.signature(one).parameters
    }
    assert asks == set(WRITES)


def test_every_neighbourhood_opens_for_the_public(rounds: dict[str, str]) -> None:
    for wijk in ("alphen-noord", "zuidwest"):
        for page, link in PARTS:
            found = visit(page, link | {"wijk": wijk})
            assert trouble(found) == warnings(found) == []
            assert [one for one in widgets(found) if not one.startswith(CHOOSES)] == []
