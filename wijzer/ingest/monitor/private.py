"""What looks like a person: it is refused, and never repeated in a message."""

import re
from datetime import date

_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"
_PHONE = r"(?<![\w+])(?:0|(?:\+|00)31[ .-]?(?:\(0\))?)[1-9](?:[ .-]?\d){8}(?!\d)"
_BANK = r"\b[A-Za-z]{2}\d{2} ?[A-Z]{4}(?: ?\d){9,10}\b"
_NUMBER = r"(?<![\w.,-])\d{4}[ .]?\d{2}[ .]?\d{3}(?![\w,-]|\.\d)"
_WORDS = "en|in|op|te|of|is|om|na|al|er|zo|we|ze|je|bv|nr|mm|cm|km|kg|ml"
_POSTCODE = rf"\b[1-9]\d{{3}} ?(?:[A-Z]{{2}}\b|(?!(?:{_WORDS})\b)[A-Za-z]{{2}}\W{{1,2}}\d{{1,4}}\b)"
_STREET = r"\b[A-Z][\w-]*(?:straat|laan|gracht|kade|plein|dreef|singel|plantsoen|weg) \d{1,4}\b"
_BORN = r"(?i:\bgeboren\b|\bgeb\.|\bgeboorte(?:datum|dag|jaar)\b)"
_NAME = (
    r"(?i:\b(?:de heer|dhr\.?|hr\.|mevrouw|mevr\.?|mw\.?|meneer|mijnheer|mej\.?|familie|fam\.))"
    r" +(?:[A-Z]\. ?)*(?:(?:van|de|der|den|ten|ter|te|el|al|’t|'t|v\.|d\.) *)*[A-Z][\w’'-]*"
)
_LOOKS = re.compile(
    f"(?P<mail>{_MAIL})|(?P<phone>{_PHONE})|(?P<bank>{_BANK})|(?P<postcode>{_POSTCODE})"
    f"|(?P<street>{_STREET})|(?P<born>{_BORN})|(?P<name>{_NAME})|(?P<bsn>{_NUMBER})"
)

ABOUT_A_PERSON = {
    "name": (
        *("naam", "voornaam", "voornamen", "achternaam", "roepnaam", "voorletters", "initialen"),
        *("contactpersoon", "naam deelnemer", "deelnemer naam"),
    ),
    "street": ("adres", "straat", "straatnaam", "huisnummer", "woonplaats", "plaats", "woonadres"),
    "postcode": ("postcode", "pc", "pc6"),
    "born": (
        *("geboortedatum", "geboortedag", "geboortejaar", "geb.datum", "geb. datum", "gebdatum"),
        *("geboren", "geboorteplaats", "dob"),
    ),
    "bsn": ("bsn", "burgerservicenummer", "sofinummer", "patientnummer", "patiëntnummer", "zis"),
    "mail": ("e-mail", "email", "mail", "e-mailadres", "emailadres", "mailadres"),
    "phone": ("telefoon", "telefoonnummer", "tel", "tel.", "mobiel", "gsm", "06", "06-nummer"),
    "bank": ("iban", "bankrekening", "rekeningnummer"),
}
"""Headers of columns that a template never has, by what they would hold."""

FREE_TEXT = (
    *("opmerking", "opmerkingen", "toelichting", "notitie", "notities", "bijzonderheden"),
    *("diagnose", "diagnoses", "medicatie", "medicijnen", "klacht", "klachten", "gezondheid"),
    *("ziekte", "ziektes", "aandoening", "aandoeningen", "verslag", "tekst", "memo", "vrije tekst"),
)
"""Headers of text in which people write about somebody's health."""


def looks(text: str) -> str:
    """What personal thing a text seems to hold: a key of texts.PRIVATE, empty when nothing."""
    for found in _LOOKS.finditer(text):
        kind = str(found.lastgroup)
        if kind != "bsn" or is_bsn(found[0]):
            return kind
    return ""


def is_bsn(text: str) -> bool:
    """Whether nine digits pass the check of a citizen service number."""
    digits = [int(one) for one in text if one.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return len(digits) == 9 and any(digits) and not sum(map(_times, digits, weights)) % 11


def _times(digit: int, weight: int) -> int:
    return digit * weight


def header(text: str, about_people: bool) -> str:
    """What personal thing a column would hold, by its header; `text` for free text of a person."""
    plain = " ".join(text.casefold().replace("_", " ").split())
    for kind, names in ABOUT_A_PERSON.items():
        if plain in names:
            return kind
    return "text" if about_people and plain in FREE_TEXT else ""


_PERSON_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")


def person_number(text: str) -> str:
    """Why this is no number of a participant: a key of texts.PRIVATE, empty when it is one."""
    if kind := looks(text):
        return kind
    if re.search(r"[A-Z][a-z]|\s", text) or not re.search(r"\d", text):
        return "name"
    if not _PERSON_NUMBER.fullmatch(text):
        return "number"
    if re.fullmatch(r"[1-9]\d{3}-?[A-Za-z]{2}(-?\d{1,4}[A-Za-z]?)?", text):
        return "postcode"
    if any(is_bsn(found) for found in re.findall(r"(?<!\d)\d{9}(?!\d)", text)):
        return "bsn"
    dashed = re.sub(r"^(\d\d)(\d\d)(\d{4})$", r"\1-\2-\3", text)
    other = re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", text)
    return "born" if _is_day(dashed) or _is_day(other) else ""


def _is_day(text: str) -> bool:
    """Whether it is a day on which somebody who lives can be born."""
    for order in (_YEAR_LAST, _YEAR_FIRST):
        found = order.fullmatch(text)
        if found and _exists(**{name: int(part) for name, part in found.groupdict().items()}):
            return True
    return False


_YEAR_LAST = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return 1900 <= date(year, month, day).year <= 2100
    except ValueError:
        return False
