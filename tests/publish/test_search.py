"""Search in Dutch: forms of words, accents, compounds, order; never what may not be seen."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer import catalog, publish, texts
from wijzer.access import PUBLIC, TEAM, Visitor
from wijzer.kinds import KINDS
from wijzer.publish import search
from wijzer.publish.search import Document
from wijzer.store.entries import State

WORDS = st.text("abcdeéoöwln ’-<&1", max_size=12)


def document(id: str, title: str = "", text: str = "") -> Document:
    return Document("lesson", id, title, text, ("stevenshof",), False)


def found(asked: str, *documents: Document) -> list[str]:
    return [one.id for one in search.search(search.index(documents), asked).documents]


def finds(asked: str, text: str) -> bool:
    return found(asked, document("x", "", text)) == ["x"]


@pytest.mark.parametrize(
    "family",
    [
        ("wandelen", "wandeling", "wandelt", "wandelingen"),
        ("eenzaam", "eenzaamheid", "eenzame"),
        ("inwoners", "inwoner"),
        ("bewegen", "beweging", "beweegt"),
        ("gezond", "gezonde", "gezondheid"),
        ("café", "cafe", "CAFÉ", "cafe\u0301"),
        ("coördinatie", "coordinatie"),
        ("samenwerken", "samenwerking"),
        ("schulden", "schuld"),
    ],
    ids=lambda family: family[0],
)
def test_forms_of_a_word_find_each_other(family: tuple[str, ...]) -> None:
    missed = [(one, other) for one in family for other in family if not finds(one, f"Een {other}.")]
    assert missed == []


@pytest.mark.parametrize(
    ("asked", "text"),
    [("wandel", "wandelgroep"), ("wandelen", "wandelgroep"), ("buurt", "buurtkamer"),
     ("Samen", "samenwerking"), ("tolk", "Er waren vijf tolken.")],
)  # fmt: skip
def test_the_beginning_of_a_compound_finds_it(asked: str, text: str) -> None:
    assert finds(asked, text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [("was", "wasserette"), ("zon", "gezond"), ("groep", "wandelgroep"), ("wijk", "wijn"),
     ("buurt", "buren"), ("huis", "thuis")],
)  # fmt: skip
def test_what_only_looks_alike_is_not_found(asked: str, text: str) -> None:
    assert not finds(asked, text)


def test_all_words_are_wanted_and_else_any_of_them() -> None:
    known = search.index([document("a", "Samen wandelen"), document("b", "Samen eten")])
    both = search.search(known, "samen wandelen")
    assert ([one.id for one in both.documents], both.together) == (["a"], True)
    none = search.search(known, "wandelen koken")
    assert ([one.id for one in none.documents], none.together) == (["a"], False)
    assert search.search(known, "koken").documents == ()
    assert search.search(known, "").documents == search.search(known, "?! –").documents == ()
    assert search.search(search.index([]), "samen").documents == ()


def test_words_that_stand_everywhere_say_nothing_unless_they_are_all_there_is() -> None:
    assert search.query_words("De les van de wijk") == ("les", "wijk")
    assert search.query_words("in de") == ("in", "de")
    assert len(search.query_words(" ".join(f"woord{one}" for one in range(50)))) == 10


def test_a_title_a_form_and_a_rare_word_weigh_more() -> None:
    filler = [document(f"vul-{one}", "Iets", "Over de wijk") for one in range(5)]
    title = document("titel", "Koken", "Over eten met elkaar")
    text = document("tekst", "Eten", "Over koken met elkaar")
    assert found("koken", text, title, *filler) == ["titel", "tekst"]
    form = document("vorm", "Wandeling", "")
    compound = document("samen", "Wandelgroep", "")
    assert found("wandelen", compound, form, *filler) == ["vorm", "samen"]
    known = search.index([document("wijk", "Wijk"), document("tolk", "Tolk"), *filler])
    rare = search.search(known, "wijk tolk")
    assert rare.documents[0].id == "tolk" and not rare.together


def test_of_two_that_fit_as_well_the_order_is_always_the_same() -> None:
    one, other = document("1", "Appel wandelen"), document("2", "Bes wandelen")
    assert found("wandelen", one, other) == found("wandelen", other, one) == ["1", "2"]


# --- what is shown of a hit -----------------------------------------------------------------------


def test_the_words_that_match_are_told_apart() -> None:
    pieces = list(search.parts("Een wandeling in het Café.", ("wandel", "cafe")))
    assert pieces == [
        ("Een ", False), ("wandeling", True), (" in het ", False), ("Café", True), (".", False),
    ]  # fmt: skip


@given(st.text(max_size=60), st.lists(WORDS, max_size=3))
def test_the_pieces_are_the_text(text: str, words: list[str]) -> None:
    asked = [word for one in words for word in search.query_words(one)]
    assert "".join(piece for piece, _ in search.parts(text, asked)) == text


@given(WORDS, st.lists(st.builds(document, st.uuids().map(str), WORDS, WORDS), max_size=4))
def test_any_question_gives_each_document_at_most_once(asked: str, known: list[Document]) -> None:
    ids = found(asked, *known)
    assert len(ids) == len(set(ids))
    assert set(ids) <= {one.id for one in known}


@given(WORDS.filter(search.query_words))
def test_a_text_finds_itself(text: str) -> None:
    assert finds(text, text)


def test_an_excerpt_stands_around_the_first_hit() -> None:
    text = "Begin. " + "bla " * 100 + "Wij gaan wandelen. " + "bla " * 100
    cut = search.excerpt(text, ("wandelen",))
    assert "wandelen" in cut and cut.startswith("… ") and cut.endswith(" …")
    assert len(cut) < 240
    assert search.excerpt("Kort.", ("niets",)) == "Kort."
    assert search.excerpt("bla " * 100, ("niets",)).startswith("bla")


# --- only what may be seen ------------------------------------------------------------------------


def register(**lives: str) -> State:
    """One thing of every kind that can be found per life, each with a word of its own."""
    state: State = {kind: {} for kind in KINDS}
    for kind in texts.SEARCH_KIND:
        for word, life in lives.items() if kind in KINDS else ():
            row: dict[str, Any] = dict.fromkeys(KINDS[kind].names)
            row |= {"id": f"{kind}-{word}", "life": life, "example": False}
            row |= {"made_at": datetime(2026, 1, 1), "text": word, "consent": "given"}
            state[kind][row["id"]] = row | ({"title": word} if "title" in KINDS[kind].names else {})
    return state


@pytest.mark.parametrize("who", [TEAM, PUBLIC], ids=["team", "public"])
def test_drafts_and_what_is_out_of_use_are_never_found(who: Visitor) -> None:
    state = register(zichtbaar="active", klad="draft", vervallenwoord="retired")
    known = search.index(search.documents(publish.entered(state, who)))
    kinds = {one.kind for one in search.search(known, "zichtbaar").documents}
    assert kinds == set(texts.SEARCH_KIND) - {"indicator"}
    assert (
        search.search(known, "klad").documents
        == search.search(known, "vervallenwoord").documents
        == ()
    )


@pytest.mark.parametrize("consent", ["none", "withdrawn"])
@pytest.mark.parametrize("kind", ["quote", "story"])
@pytest.mark.parametrize("who", [TEAM, PUBLIC], ids=["team", "public"])
def test_words_without_consent_are_never_found(who: Visitor, kind: str, consent: str) -> None:
    state = register(gezegd="active")
    state[kind][f"{kind}-gezegd"]["consent"] = consent
    known = search.index(search.documents(publish.entered(state, who)))
    found = search.search(known, "gezegd").documents
    assert kind not in {one.kind for one in found} and len(found) > 10


def test_numbers_of_people_are_not_in_the_words() -> None:
    state = register(avond="active")
    state["meeting"]["meeting-avond"] |= {"residents": 7341, "professionals": 7342}
    for who in (TEAM, PUBLIC):
        known = search.index(search.documents(publish.entered(state, who)))
        assert search.search(known, "7341 7342").documents == ()


def test_every_figure_of_the_catalogue_can_be_found_by_its_name() -> None:
    known = search.index(search.documents({kind: {} for kind in KINDS}))
    for one in catalog.indicators().values():
        assert one.id in [each.id for each in search.search(known, one.name).documents]
