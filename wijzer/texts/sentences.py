"""Sentences made from figures, by rules that are tested."""

from wijzer.model import Indicator, Missing, Sign
from wijzer.texts.numbers import amount, number
from wijzer.texts.words import MISSING_SENTENCE, SIGN_WORD, TREND_WORTH


def difference(value: float, one: Indicator) -> str:
    """A difference with its sign; percentages differ in percentage points."""
    seen = number(value, one.decimals)
    sign = "+" if value > 0 and seen != number(0, one.decimals) else ""
    if one.unit == "%":
        return f"{sign}{seen} procentpunt"
    return f"{sign}{amount(value, one.unit, one.decimals)}"


def people(value: float, one: Indicator) -> str:
    """The value as it stands in a sentence: "67 van de 100 volwassenen" for a percentage."""
    if one.unit != "%":
        return amount(value, one.unit, one.decimals)
    return f"{_of_hundred(value, one)} van de 100 {one.who}"


def sentence(one: Indicator, area: str, value: float) -> str:
    """What the figure says about the area, in one sentence."""
    return one.sentence.format(gebied=area, waarde=people(value, one)) + "."


def benchmark_sentence(one: Indicator, municipality: str, value: float) -> str:
    """The same figure for the whole municipality."""
    if one.unit != "%":
        return f"In heel {municipality} is dat {amount(value, one.unit, one.decimals)}."
    count = _of_hundred(value, one)
    verb = "is" if count == "1" else "zijn"
    return f"In heel {municipality} {verb} dat er {count}."


def _of_hundred(value: float, one: Indicator) -> str:
    """A percentage as a number of people, as precise as the figure beside it."""
    count = number(value, one.decimals)
    if value > 0 and count == number(0, one.decimals):
        return f"minder dan {number(10.0**-one.decimals, one.decimals)}"
    return count


def verdict_sentence(sign: Sign, municipality: str) -> str:
    """The sign in words, with the benchmark's name."""
    if sign is Sign.UNKNOWN:
        return f"Een vergelijking met {municipality} is niet mogelijk."
    if sign is Sign.SIMILAR:
        return f"Dat is ongeveer gelijk aan heel {municipality}."
    return f"Dat is {SIGN_WORD[sign]} dan in heel {municipality}."


def missing_sentence(one: Indicator, area: str, reason: Missing) -> str:
    """Why there is no figure, for this area and indicator."""
    return f"Voor {area} is er geen cijfer over '{one.name}'. {MISSING_SENTENCE[reason]}"


def enumerate_words(words: list[str]) -> str:
    """'a', 'a en b', 'a, b en c'."""
    return " en ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def count_of(favourable: int, unfavourable: int, total: int, area: str, municipality: str) -> str:
    """The lead of the profile: how many signs there are on each side."""
    return (
        f"Van de {total} cijfers over {area} zijn er {favourable} gunstiger dan in "
        f"{municipality} en {unfavourable} ongunstiger."
    )


def unknown_code(label: str, asked: str, default: str) -> str:
    """A link asks for something that is not there.

    Only letters, digits and a few marks of it are repeated: a link must not be able to put a
    link or a picture of its own on our page.
    """
    said = "".join(one for one in asked if one.isalnum() or one in " -_")[:40]
    return f"De link vraagt om '{said}', maar dat is er niet bij {label}. U ziet nu {default}."


def flips(other: int, known: int) -> str:
    """How many of the other rules give this figure another sign."""
    if not known:
        return "Andere regels zijn bij dit cijfer niet te gebruiken."
    return f"Met {other} van de {known} andere regels krijgt dit cijfer een ander teken."


def needed(answers: int, inhabitants: int | None, area: str, municipality: str) -> str:
    """How many answers it takes before the difference stands."""
    said = (
        f"Om zeker te weten dat {area} afwijkt van {municipality} zijn ongeveer "
        f"**{number(answers)} antwoorden** nodig."
    )
    if inhabitants is None:
        return said
    return f"{said} Er wonen {number(inhabitants)} mensen."


def tally(favourable: int, unfavourable: int, total: int, municipality: str) -> str:
    """How many figures of a picture are on each side of the municipality."""
    if not total:
        return "Hier zijn geen cijfers."
    verb = "is" if favourable == 1 else "zijn"
    return (
        f"Van deze {total} cijfers {verb} {favourable} gunstiger dan in {municipality} "
        f"en {unfavourable} ongunstiger."
    )


def course(one: Indicator, area: str, first: tuple[int, str], last: tuple[int, str]) -> str:
    """Where a trend starts and ends, and what may not be made of it."""
    said = f"In {area} was het cijfer {first[1]} in {first[0]} en {last[1]} in {last[0]}."
    return f"{said} {TREND_WORTH[one.method]}".rstrip()


def course_missing(area: str) -> str:
    """A trend with fewer than two comparable years."""
    return f"Van {area} is er nog geen reeks van vergelijkbare jaren."


def widest_gap(group: str, area: str, mine: str, municipality: str, theirs: str) -> str:
    """The group in which an area differs most from its municipality."""
    return f"Het grootste verschil: {group}. In {area} is dat {mine}, in {municipality} {theirs}."


def reach(low: str, high: str, known: int) -> str:
    """From where to where the figures on a map run; no area is named as worst."""
    if not known:
        return "Voor deze gebieden is er geen cijfer."
    return (
        f"Alle gebieden: {low}."
        if low == high
        else f"De gebieden lopen uiteen van {low} tot {high}."
    )
