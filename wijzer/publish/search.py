"""Full-text search in Dutch: word forms and accents make no difference, compounds are found.

A word matches a token when their stems are equal, or when the token begins with the word: `eenzaam`
finds `eenzaamheid`, `wandel` finds `wandelgroep`. Ranked with Okapi BM25; words of a title count
more. Only what a visitor may see is made into documents.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log
from threading import Lock

import snowballstemmer

from wijzer import catalog, texts
from wijzer.kinds import KINDS, Form
from wijzer.publish.door import Row
from wijzer.publish.entered import where
from wijzer.publish.events import named
from wijzer.store.entries import State

MOST_WORDS = 10
"""Words of one question that are looked at."""
_TITLE = 3
"""How many times a word of a title counts."""
_BEGINS = 0.5
"""What a token counts that only begins with the word."""
_K, _B = 1.2, 0.75
_LETTERS = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
"""A word, also where its accents are signs of their own."""
_SHORTEST = 4
"""Letters that a word must have before what begins with it is found too."""


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found: its kind and id, its words, and where it belongs.

    `places` are ids of neighbourhoods, empty for all of them.
    """

    kind: str
    id: str
    title: str
    text: str
    places: tuple[str, ...]
    example: bool


@dataclass(frozen=True, slots=True)
class Index:
    """Documents, how often each token stands in which of them, and how long they are."""

    documents: tuple[Document, ...]
    tokens: dict[str, dict[int, int]]
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a question finds, best first. `together`: every document has all of its words."""

    documents: tuple[Document, ...]
    words: tuple[str, ...]
    together: bool


def documents(seen: State) -> list[Document]:
    """Everything that can be found in what a visitor may see, and the figures of the catalogue."""
    things = [
        _document(seen, kind, row)
        for kind in texts.SEARCH_KIND
        if kind in KINDS
        for row in seen[kind].values()
    ]
    figures = [
        Document("indicator", one.id, one.name, f"{one.question} {one.population}", (), False)
        for one in catalog.indicators().values()
    ]
    return [*things, *figures]


def _document(seen: State, kind: str, row: Row) -> Document:
    words = (str(row[name]) for name in _TEXTS[kind] if row[name])
    return Document(
        kind, row["id"], named(row), " · ".join(words), where(seen, kind, row), row["example"]
    )


_TEXTS = {
    kind.id: [
        one.name
        for one in kind.fields
        if one.form in (Form.LINE, Form.TEXT) and one.name not in ("title", "link")
    ]
    for kind in KINDS.values()
}
"""By kind, the fields whose words are looked through, beside its name."""


def index(found: Iterable[Document]) -> Index:
    """Documents made ready to be searched."""
    every = tuple(found)
    tokens: dict[str, dict[int, int]] = defaultdict(dict)
    lengths = []
    for place, one in enumerate(every):
        counted = Counter(_tokens(one.text))
        for token in _tokens(one.title):
            counted[token] += _TITLE
        lengths.append(counted.total())
        for token, count in counted.items():
            tokens[token][place] = count
    return Index(every, dict(tokens), tuple(lengths))


def search(known: Index, asked: str) -> Found:
    """The documents with all words of a question; when there are none, those with any of them."""
    words = query_words(asked)
    scores = [_scores(known, word) for word in words]
    every = set.intersection(*map(set, scores)) if scores else set()
    chosen = every or {place for one in scores for place in one}
    total = {place: sum(one.get(place, 0) for one in scores) for place in chosen}
    ranked = sorted(total, key=lambda place: (-total[place], known.documents[place].title))
    return Found(tuple(known.documents[place] for place in ranked), words, bool(every))


def query_words(asked: str) -> tuple[str, ...]:
    """The words of a question, each once; words that stand everywhere only when it has no other."""
    words = tuple(dict.fromkeys(_tokens(asked)))
    telling = tuple(one for one in words if one not in texts.DUTCH_STOP_WORDS)
    return (telling or words)[:MOST_WORDS]


def _scores(known: Index, word: str) -> dict[int, float]:
    """By document how well it fits one word: Okapi BM25 over all tokens that match it."""
    often: dict[int, float] = defaultdict(float)
    match = _matcher(word)
    for token, places in known.tokens.items():
        if worth := match(token):
            for place, count in places.items():
                often[place] += worth * count
    total, mean = len(known.documents), sum(known.lengths) / max(1, len(known.lengths))
    rare = log(1 + (total - len(often) + 0.5) / (len(often) + 0.5))
    return {
        place: rare * count * (_K + 1)
        / (count + _K * (1 - _B + _B * known.lengths[place] / mean))
        for place, count in often.items()
    }  # fmt: skip


def _matcher(word: str) -> Callable[[str], float]:
    """How much a token is worth to a word: 1 for a form of it, less for what begins with it."""
    forms = stems(word)
    begins = (word, *(one for one in forms if len(one) > _SHORTEST))

    def worth(token: str) -> float:
        if not forms.isdisjoint(stems(token)):
            return 1
        if len(word) < _SHORTEST:
            return 0
        return _BEGINS if token.startswith(begins) else 0

    return worth


def parts(text: str, words: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it matches one of the words; together they are the text.

    `words` as in `Found`.
    """
    matchers = [_matcher(word) for word in words]
    end = 0
    for one in _LETTERS.finditer(text):
        if any(match(token) for token in _tokens(one[0]) for match in matchers):
            if one.start() > end:
                yield text[end : one.start()], False
            yield one[0], True
            end = one.end()
    if end < len(text):
        yield text[end:], False


def excerpt(text: str, words: Iterable[str], length: int = 220) -> str:
    """About so many letters of a text around the first word that matches."""
    asked = tuple(words)
    before = 0
    for piece, hit in parts(text, asked):
        if hit:
            break
        before += len(piece)
    else:
        before = 0
    first = _at_a_blank(text, max(0, before - length // 3))
    last = min(len(text), first + length)
    start, end = ("… " if first else ""), (" …" if last < len(text) else "")
    return f"{start}{text[first:last].strip()}{end}"


def _at_a_blank(text: str, place: int) -> int:
    """The first letter after a blank from a place on, when there is one nearby."""
    found = re.compile(r"\s").search(text, place, place + 30) if place else None
    return found.end() if found else place


def _tokens(text: str) -> list[str]:
    """Words in small letters without accents; a sign within a word divides it."""
    return _LETTERS.findall(texts.without_accents(text).casefold())


_STEMMER = snowballstemmer.stemmer("dutch_porter")
_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=50_000)
def stems(token: str) -> frozenset[str]:
    """The stems of a token without accents: `wandelt` and `wandelen` share one.

    The stemmer of Porter for Dutch, in which two vowels count as one (`beweegt`, `bewegen`); it
    leaves the -t of a verb, so that a long word gets a second stem without it.
    """
    forms = [token, token[:-1]] if len(token) > 5 and token.endswith("t") else [token]
    with _ONE_AT_A_TIME:
        found = _STEMMER.stemWords(forms)
    return frozenset(_DOUBLE.sub(r"\1", one) for one in found)


_DOUBLE = re.compile(r"([aeou])\1")
