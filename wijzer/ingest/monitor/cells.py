"""One cell as the value of a field: Dutch days and numbers, words of lists, yes and no."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from wijzer import catalog, texts
from wijzer.ingest.monitor.subjects import CHECKLIST, LEVEL, QUESTIONNAIRE
from wijzer.ingest.monitor.workbook import Value
from wijzer.instruments import Instrument, instruments
from wijzer.kinds import CODES, Field, Form
from wijzer.lists import GROUPS, PERSON


class Wrong(Exception):
    """The cell cannot be read; the message is a Dutch sentence that says what to do."""


def as_text(cell: Value) -> str:
    """A cell as somebody reads it."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, int | float):
        return str(int(cell)) if float(cell).is_integer() else texts.number_typed(float(cell))
    return texts.day_typed(cell) if isinstance(cell, date) else str(cell or "")


def value(field: Field, cell: Value) -> Any:
    """What the cell says of this field; references and areas as they are written.

    None when the cell is empty. Raises Wrong.
    """
    if cell is None:
        return None
    if isinstance(cell, str) and cell.startswith("=") and field.form not in _MAY_BE_TEXT:
        raise Wrong(texts.CELL_FORMULA)
    if field.form.many:
        found = tuple(_one(field, part) for part in _parts(as_text(cell)))
        return tuple(dict.fromkeys(found)) or None
    if field.form in _READ:
        return _READ[field.form](cell)
    return _one(field, as_text(cell))


_MAY_BE_TEXT = (Form.LINE, Form.TEXT)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[|;\n]", text) if part.strip()]


def _one(field: Field, text: str) -> str:
    if field.form in (Form.CODE, Form.CODES):
        return _chosen(field.of, text)
    if field.form in (Form.NEIGHBOURHOOD, Form.NEIGHBOURHOODS):
        return _chosen("neighbourhood", text)
    return text


def _chosen(of: str, text: str) -> str:
    options = words(of)
    code = _by_word(of).get(_plain(text)) or texts.ALSO_CALLED.get(of, {}).get(_plain(text))
    if code is None:
        raise Wrong(texts.CELL_CHOICE.format(keuzes=_listed(options)))
    return code


def _listed(options: Mapping[str, str]) -> str:
    found = list(dict.fromkeys(options.values()))
    return " · ".join(found if len(found) <= 12 else [*found[:12], "…"])


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("'", "’").split())


@cache
def words(of: str) -> dict[str, str]:
    """The codes of a list with the Dutch word for each."""
    if of == "neighbourhood":
        return {id: one.name for id, one in catalog.neighbourhoods().items()}
    if of in (QUESTIONNAIRE, CHECKLIST):
        return {id: one.name for id, one in lists_of_questions(of).items()}
    if of in GROUPS and of not in CODES:
        return {code: texts.WORD["group"][code] for code in GROUPS[of]}
    codes = PERSON[of] if of in PERSON else CODES[of]
    return {code: texts.WORD[of][code] for code in codes}


def lists_of_questions(of: str) -> dict[str, Instrument]:
    """The questionnaires for participants, or the checklists for partners, by id."""
    for_people = of == QUESTIONNAIRE
    return {
        id: one for id, one in instruments().items() if (id in CODES["instrument"]) == for_people
    }


@cache
def _by_word(of: str) -> dict[str, str]:
    """What may be typed for each code: the code and the word, as long as that is one code."""
    options = words(of)
    return {_plain(word): code for code, word in options.items()} | {
        _plain(code): code for code in options
    }


def _day(cell: Value) -> date:
    found = texts.read("date", cell) if isinstance(cell, str) else cell
    if isinstance(found, str):
        found = _iso(found)
    if not isinstance(found, date) or not 1950 <= found.year <= 2150:
        raise Wrong(texts.CELL_DAY)
    return found


def _iso(text: str) -> date | None:
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)([ T]00:00(:00)?)?", text)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _number(cell: Value) -> float:
    found = texts.read("number", cell) if isinstance(cell, str) else cell
    if isinstance(found, bool) or not isinstance(found, int | float) or abs(found) > _LARGEST:
        raise Wrong(texts.CELL_NUMBER)
    return float(found)


_LARGEST = 1e15


def _count(cell: Value) -> int:
    try:
        found = _number(cell)
    except Wrong as error:
        raise Wrong(texts.CELL_COUNT) from error
    if not found.is_integer() or not 0 <= found < 2**31:
        raise Wrong(texts.CELL_COUNT)
    return int(found)


_YES, _NO = ("ja", "j", "waar", "true"), ("nee", "n", "onwaar", "false")


def _yes(cell: Value) -> bool:
    text = _plain(as_text(cell))
    if text not in _YES + _NO:
        raise Wrong(texts.CELL_YES)
    return text in _YES


_READ: dict[Form, Callable[[Value], Any]] = {
    Form.DATE: _day,
    Form.NUMBER: _number,
    Form.COUNT: _count,
    Form.YES: _yes,
}


def answer(one: Instrument, cell: Value) -> float | None:
    """An answer to a question of an instrument: its number or its words. Raises Wrong."""
    if cell is None:
        return None
    labels = {_plain(each.label): each.value for each in one.answers}
    text = _plain(as_text(cell))
    if isinstance(cell, str) and text in labels:
        return labels[text]
    try:
        found = _number(cell)
    except Wrong as error:
        raise Wrong(_answers(one)) from error
    fits = found in labels.values() if labels else one.low <= found <= one.high
    if not fits:
        raise Wrong(_answers(one))
    return found


def _answers(one: Instrument) -> str:
    low, high = texts.plain_number(one.low), texts.plain_number(one.high)
    return texts.CELL_ANSWER.format(laag=low, hoog=high)


def level(field: Field, found: Any) -> None:
    """Raises Wrong when a judgement of a tie is not 1, 2, 3 or 4, or a count not 1 or more."""
    if found is not None and field.of == LEVEL and not 1 <= found <= 4:
        raise Wrong(texts.CELL_LEVEL)
    if found is not None and field.name == "respondent" and found < 1:
        raise Wrong(texts.CELL_RESPONDENT)
