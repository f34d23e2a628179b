"""Thema's and Plan: every part opens, says when it is empty, and where it shows an example."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    EVERYWHERE,
    MONITOR_PAGES,
    PARTS,
    Holds,
    View,
    add,
    change,
    field,
    form,
    held,
    html,
    is_open,
    one_of_each,
    own_register,
    ribbon,
    table,
    words,
)
from tests.pages.test_every_page import SUBDISTRICT
from tests.pages.visit import Link, everything, params, trouble, visit, warnings
from wijzer import catalog, texts
from wijzer.kinds import KINDS, Form
from wijzer.lists import CODES
from wijzer.store import entries
from wijzer.store.register import Register
from wijzer.ui import data

WIJKEN = list(catalog.neighbourhoods())
AREAS: list[Link] = [
    {"wijk": id} | ({"deel": SUBDISTRICT[id]} if part else {}) for id in WIJKEN for part in (0, 1)
]
CODE = re.compile(r"\b(?:None|nan|null|True|False|unknown|missing)\b|[{}]")
"""What a person should never read: words of the program instead of Dutch."""


def name(view: View) -> str:
    return "-".join([view[0], *view[1].values()])


@cache
def seen(page: str, link: tuple[tuple[str, str], ...]) -> AppTest:
    """A page with the register that the project comes with. Look, do not touch."""
    return visit(page, dict(link))


def look(view: View, link: Link) -> AppTest:
    return seen(view[0], tuple((view[1] | link).items()))


@pytest.mark.parametrize("area", AREAS, ids=lambda area: "-".join(area.values()))
@pytest.mark.parametrize("view", PARTS, ids=name)
def test_every_part_opens(view: View, area: Link) -> None:
    found = look(view, area)
    assert trouble(found) == warnings(found) == []
    assert len(found.title) == 1
    assert (view[1] | area).items() <= params(found).items()
    assert CODE.findall(words(found)) == []


# --- forms ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def entered_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the project's register with one more of every kind."""
    folder = tmp_path_factory.mktemp("entered")
    with own_register(folder):
        one_of_each(lambda kind: f"Proef van {kind}")
    with held(folder):
        yield folder


@pytest.fixture
def entered(entered_folder: Path) -> Iterator[Register]:
    """That register in use."""
    with own_register(entered_folder) as register:
        yield register


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_form_opens_empty(kind: str, entered: Register) -> None:
    found = form(kind, f"{kind.replace('_', '-')}-nieuw", wijk="alphen-noord")
    assert trouble(found) == warnings(found) == []
    assert is_open(found)
    for one in KINDS[kind].fields:
        begun = {Form.NEIGHBOURHOOD: "alphen-noord", Form.NEIGHBOURHOODS: ["alphen-noord"]}
        assert (field(found, one.name).value or None) == begun.get(one.form)
    assert kept(entered, kind) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_of_a_thing_opens_with_what_stands_there(kind: str, entered: Register) -> None:
    """Also of a thing of another neighbourhood than the one in view: nothing is lost by looking."""
    rows = entries.state(entered)[kind]
    for id in dict.fromkeys([f"een-{kind}", *[id for id in rows if "zuidwest" in id][:1]]):
        found = form(kind, id, wijk="zuidwest")
        assert trouble(found) == warnings(found) == []
        fields = [one for one in KINDS[kind].fields if not one.computed]
        there = {one.name: field(found, one.name).value or None for one in fields}
        assert there == {one.name: typed(one.form, rows[id][one.name]) for one in fields}
        assert kept(entered, kind) == []


def kept(register: Register, kind: str) -> list[str]:
    """Forms of a kind in which something was typed, says the register."""
    forms = [row["form"] for row in entries.unsaved(register)]
    return [one for one in forms if one.startswith(f"{kind}:")]


def typed(kind: Form, value: object) -> object:
    """A value as it stands in its field."""
    if value in (None, "", [], False):
        return None
    if kind is Form.DATE:
        return f"{value:%d-%m-%Y}"
    if kind in (Form.NUMBER, Form.COUNT):
        return f"{value:.12g}".replace(".", ",")
    return value


# --- links that ask for what is not there ---------------------------------------------------------


@pytest.mark.parametrize(
    ("view", "param"),
    [
        (("themas", {"themadeel": "themas"}), "thema"),
        (("themas", {"themadeel": "stemmen"}), "stemming"),
        (("plan", {"plandeel": "doelen"}), "doel"),
        (("plan", {"plandeel": "mix"}), "interventie"),
        (("plan", {"plandeel": "mix"}), "doelgroep"),
        (("plan", {"plandeel": "bibliotheek"}), "pijler"),
        (("leren", {"leerdeel": "acties"}), "actie"),
        (("leren", {"leerdeel": "logboek"}), "les"),
        (("leren", {"leerdeel": "logboek"}), "vraag"),
        (("leren", {"leerdeel": "leervragen"}), "leervraag"),
        (("leren", {"leerdeel": "bijeenkomsten"}), "bijeenkomst"),
        (("leren", {"leerdeel": "wegwijzer"}), "plank"),
        (("themas", {}), "themadeel"),
        (("plan", {}), "plandeel"),
        (("leren", {}), "leerdeel"),
    ],
)
def test_an_unknown_id_gives_a_sentence_and_the_default(view: View, param: str) -> None:
    link = {"wijk": "stevenshof"}
    default = look(view, link)
    for asked in ("atlantis", "<script>alert(1)</script>" * 100):
        found = visit(view[0], view[1] | link | {param: asked})
        assert trouble(found) == []
        assert len(warnings(found)) == 1 and len(warnings(found)[0]) < 300
        assert params(found) == params(default)
        assert words(found).replace(warnings(found)[0], "").split() == words(default).split()


@pytest.mark.parametrize("param", ["thema", "doel", "interventie", "actie", "bijeenkomst"])
def test_a_thing_of_another_neighbourhood_gives_the_default(param: str) -> None:
    ids = {
        "thema": "thema-zuidwest-leefstijl",
        "doel": "doel-voorbeeld-zuidwest-bewegen",
        "interventie": "interventie-zuidwest-diablend",
        "actie": "actie-voorbeeld-zuidwest-rooster",
        "bijeenkomst": "bijeenkomst-voorbeeld-zuidwest-2026-10",
    }
    page, part = {
        "thema": ("themas", {"themadeel": "themas"}),
        "doel": ("plan", {"plandeel": "doelen"}),
        "interventie": ("plan", {"plandeel": "mix"}),
        "actie": ("leren", {"leerdeel": "acties"}),
        "bijeenkomst": ("leren", {"leerdeel": "bijeenkomsten"}),
    }[param]
    found = visit(page, {"wijk": "stevenshof", param: ids[param]} | part)
    assert trouble(found) == warnings(found) == []
    assert "stevenshof" in params(found)[param]


NO_FORM = ["", ":", "goal", "goal:", "GOAL:doel-nieuw", "geluk:doel-nieuw", "vote_round:nieuw",
           "goal:a:b", "goal:../../etc", "goal:Doel Nieuw", "goal:<script>alert(1)</script>",
           "goal:😀", f"goal:{'x' * 500}", "goal:thema-stevenshof-contacten"]  # fmt: skip


@pytest.mark.parametrize("asked", NO_FORM, ids=lambda one: one[:24] or "empty")
def test_a_form_that_is_not_there_does_not_open(asked: str, entered: Register) -> None:
    found = visit("plan", {"bewerk": asked, "typ": "x"})
    assert trouble(found) == []
    assert not is_open(found)
    assert all("<" not in one and len(one) < 300 for one in warnings(found))


@pytest.mark.parametrize("typing", ["a:b:c", "<b>😀", "x" * 3000, ""])
def test_typing_anywhere_breaks_no_page(typing: str, tmp_path: Path) -> None:
    with own_register(tmp_path, Holds.PUBLISHED):
        found = visit("plan", {"bewerk": "goal:doel-nieuw", "typ": typing})
        field(found, "title").set_value("Half af")
        found.run()
        assert trouble(found) == []
        assert trouble(visit("plan")) == []
        assert trouble(visit("themas")) == []


# --- nothing yet ----------------------------------------------------------------------------------

INVENTED = re.compile(r"Voorbeeld:|\(voorbeeld\)|[Vv]erzonnen|\(.*voorbeeld\)")


@pytest.fixture(scope="module")
def published_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a register without examples."""
    with held(tmp_path_factory.mktemp("published"), Holds.PUBLISHED) as folder:
        yield folder


@pytest.fixture
def published(published_folder: Path) -> Iterator[Register]:
    """That register in use."""
    with own_register(published_folder, Holds.PUBLISHED) as register:
        yield register


@pytest.mark.parametrize("wijk", WIJKEN)
def test_without_examples_there_is_none_on_any_page(wijk: str, published: Register) -> None:
    said = {}
    for view in EVERYWHERE:
        found = visit(view[0], view[1] | {"wijk": wijk})
        assert trouble(found) == warnings(found) == []
        assert not ribbon(found)
        said[name(view)] = words(found)
        assert INVENTED.findall(said[name(view)]) == []
    place = catalog.neighbourhood(wijk).name
    assert texts.NO_GOALS.format(wijk=place) in said["plan-doelen"]
    assert texts.NO_TARGET_GROUPS in said["plan-mensen"]
    assert texts.NO_FACTORS in said["plan-aanpak"]
    assert texts.NO_VERSIONS in said["plan-aanpak"]
    assert texts.NO_ROUNDS.format(wijk=place) in said["themas-stemmen"]


EMPTY = {
    "themas-themas": [texts.NO_THEMES],
    "themas-stemmen": [texts.NO_ROUNDS],
    "themas-werkwijze": [texts.NO_MEETINGS, texts.NO_GROUPS, texts.NO_IDEAS],
    "plan-mix": [texts.mix(0, 0, 0, 0), texts.NO_INTERVENTIONS],
    "plan-doelen": [texts.NO_GOALS],
    "plan-mensen": [texts.NO_TARGET_GROUPS, texts.NO_PARTNERS, texts.NO_EFFORT],
    "plan-aanpak": [texts.NO_FACTORS, texts.NO_VERSIONS, texts.TYPE_NOT_CHOSEN],
    "plan-bibliotheek": [texts.LIBRARY_NONE],
    "leren-acties": [
        *(texts.NO_OPEN_ACTIONS, texts.NO_CLOSED_ACTIONS, texts.NO_LESSONS),
        texts.NEXT_MEETING_NONE,
    ],
    "leren-logboek": [texts.NO_LESSONS],
    "leren-leervragen": [texts.NO_INQUIRIES],
    "leren-bijeenkomsten": [texts.NO_MEETINGS],
    "leren-verhalen": [texts.NO_VOICES],
    "leren-wegwijzer": [texts.GUIDE_EMPTY],
    "leren-zoeken-woord": [texts.search_count(0, "woord"), texts.SEARCH_TIP],
    "profiel-overgewicht": [texts.THREAD_NONE],
    "presenteren": [texts.NO_PRESENTATIONS],
    "": [texts.STEP_STATE["unknown"][1], texts.FOUR_NO_MEETING, texts.STATE["not_measured"]],
    **{page: [texts.STATE["not_measured"]] for page, _ in MONITOR_PAGES},
}


@pytest.fixture(scope="module")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a register with nothing in it."""
    with held(tmp_path_factory.mktemp("empty"), Holds.NOTHING) as folder:
        yield folder


@pytest.fixture(params=[False, True], ids=["team", "public"])
def nothing(request: pytest.FixtureRequest, empty_folder: Path) -> Iterator[Register]:
    """That register, for the team and for the public."""
    with own_register(empty_folder, Holds.NOTHING, shared=request.param) as register:
        yield register


@pytest.mark.parametrize("view", EVERYWHERE, ids=name)
def test_with_nothing_at_all_every_part_says_so(view: View, nothing: Register) -> None:
    found = visit(view[0], view[1] | {"wijk": "stevenshof"})
    assert trouble(found) == warnings(found) == []
    for sentence in EMPTY[name(view)]:
        assert sentence.format(wijk="Stevenshof") in words(found)


# --- examples -------------------------------------------------------------------------------------


@pytest.mark.parametrize("wijk", WIJKEN)
@pytest.mark.parametrize("view", EVERYWHERE, ids=name)
def test_a_ribbon_where_an_example_of_the_project_is_shown(view: View, wijk: str) -> None:
    shown = " ".join([*everything(look(view, {"wijk": wijk})), words(look(view, {"wijk": wijk}))])
    invented = [
        told
        for rows in entries.state(data.register()).values()
        for row in rows.values()
        if row["example"]
        for told in (row.get("title"), row.get("text"), row.get("reason"), row.get("source"))
        if told and told in shown
    ]
    assert ribbon(look(view, {"wijk": wijk})) or invented == []


def test_the_project_has_examples_to_show() -> None:
    """Else the test above would hold for nothing."""
    shown = [view for view in EVERYWHERE for wijk in WIJKEN if ribbon(look(view, {"wijk": wijk}))]
    assert {name(view) for view in shown} >= {
        *("themas-themas", "themas-stemmen", "themas-werkwijze"),
        *("plan-mix", "plan-doelen", "plan-mensen", "plan-aanpak", "leren-acties", ""),
        *("leren-logboek", "leren-leervragen", "leren-bijeenkomsten", "leren-verhalen"),
        "presenteren",
    }


def mark(kind: str) -> str:
    return f"Merk-{kind}-einde"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A register with one thing of each kind with a text of its own; by view what it shows."""
    folder = tmp_path_factory.mktemp("marked")
    with own_register(folder, Holds.NOTHING):
        one_of_each(mark)
    with own_register(folder, shared=True):
        assert not any(ribbon(look_at(view)) for view in EVERYWHERE)
        return folder, {name(view): wide(look_at(view)) for view in EVERYWHERE}


def look_at(view: View) -> AppTest:
    return visit(view[0], view[1] | {"wijk": "stevenshof"})


def wide(found: AppTest) -> str:
    """The words of a page, also of lists to choose from."""
    lists = [" ".join(map(str, one.options)) for one in found.selectbox]
    return " ".join([words(found), *lists])


NO_WORDS = (
    *("session", "head_count", "step_count", "delivery_plan", "referral", "survey_round"),
    *("monitor_plan", "indirect", "meeting_group"),
)
"""Kinds that are counted or drawn: a page shows no words of one of them."""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NO_WORDS])
def test_a_ribbon_wherever_an_example_of_any_kind_is_shown(
    kind: str, marked: tuple[Path, dict[str, str]]
) -> None:
    folder, shown = marked
    views = [view for view in EVERYWHERE if mark(kind) in shown[name(view)]]
    assert views != []
    with own_register(folder, shared=True):
        change(kind, f"een-{kind}", example=True)
        without = [name(view) for view in views if not ribbon(look_at(view))]
        change(kind, f"een-{kind}", example=False)
    assert without == []


# --- sentence, matrix and table agree -------------------------------------------------------------


@pytest.mark.parametrize("wijk", WIJKEN)
def test_sentence_matrix_and_table_say_what_the_register_holds(wijk: str) -> None:
    found = look(("plan", {"plandeel": "mix"}), {"wijk": wijk})
    state = entries.state(data.register())
    mine = [row for row in state["intervention"].values() if row["neighbourhood"] == wijk]
    themes = [row for row in state["theme"].values() if row["neighbourhood"] == wijk]
    shown = [
        one
        for one in themes
        if one["choice"] == "chosen" or any(one["id"] in (row["themes"] or ()) for row in mine)
    ]
    running = [row for row in mine if row["run"] == "running"]
    lead = next(one for one in html(found) if "wz-lead" in one)
    assert f">{len(mine)} interventies bij {len(shown)} thema’s." in lead
    assert {0: "Er loopt er geen", 1: "Er loopt er 1"}.get(
        len(running), f"Er lopen er {len(running)}"
    ) in lead
    place = catalog.neighbourhood(wijk).name
    head, *rows = table(found, texts.MATRIX_TABLE.format(wijk=place))
    assert head[1:] == [texts.first_upper(texts.WORD["pillar"][one]) for one in CODES["pillar"]]
    by_theme = {row[0]: row[1:] for row in rows}
    for theme in shown:
        for pillar, cell in zip(CODES["pillar"], by_theme[theme["title"]], strict=True):
            names = [
                f"{texts.RUN_MARK[row['run']]} {row['title']} ({texts.WORD['run'][row['run']]})"
                for row in mine
                if theme["id"] in (row["themes"] or ()) and pillar in (row["pillars"] or ())
            ]
            assert flat(cell) == (flat("".join(by_name(names))) or texts.NOTHING_HERE)
    check_gaps(found, shown, mine)


def flat(text: str) -> str:
    """Without blanks."""
    return "".join(text.split())


def by_name(marked: list[str]) -> list[str]:
    """In the order of the names, without their mark."""
    return sorted(marked, key=lambda one: one[2:])


def check_gaps(found: AppTest, themes: list[entries.Row], mine: list[entries.Row]) -> None:
    """Each sentence about what lacks is true, and none is missing."""
    [body] = [one for one in html(found) if "wz-list" in one]
    said = re.findall(r"<li>(.*?)</li>", body, re.S)
    used = {pillar for row in mine for pillar in row["pillars"] or ()}
    true = [
        texts.NO_PILLAR.format(pijler=texts.WORD["pillar"][one])
        for one in CODES["pillar"]
        if one not in used
    ]
    for theme in themes:
        runs = [row["run"] for row in mine if theme["id"] in (row["themes"] or ())]
        if "running" not in runs:
            true.append(texts.no_running(theme["title"], runs))
    assert sorted(said) == sorted(true or [texts.NO_GAPS])


def test_for_one_target_group_the_table_holds_only_its_interventions(tmp_path: Path) -> None:
    with own_register(tmp_path, Holds.NOTHING):
        made = one_of_each(mark)
        add("intervention", "iets-anders", neighbourhood="stevenshof", title="Iets anders",
            run="idea", themes=(made["theme"],), pillars=("support",))  # fmt: skip
        link = {"plandeel": "mix", "wijk": "stevenshof", "doelgroep": made["target_group"]}
        found = visit("plan", link)
        rows = table(found, texts.MATRIX_TABLE.format(wijk="Stevenshof"))
        assert mark("intervention") in str(rows) and "Iets anders" not in str(rows)
        assert ">2 interventies" in next(one for one in html(found) if "wz-lead" in one)


def test_the_lead_names_every_chosen_theme() -> None:
    for wijk in WIJKEN:
        found = look(("themas", {"themadeel": "themas"}), {"wijk": wijk})
        chosen = [
            row["title"]
            for row in entries.state(data.register())["theme"].values()
            if row["neighbourhood"] == wijk and row["choice"] == "chosen"
        ]
        lead = next(one for one in html(found) if "wz-lead" in one).lower()
        none = texts.NO_THEMES.format(wijk=catalog.neighbourhood(wijk).name).lower()
        assert (f"koos {len(chosen)} thema’s" if chosen else none) in lead
        assert all(one.lower() in lead for one in chosen)
