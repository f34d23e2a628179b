"""The templates: per subject the Dutch columns, and the field that each one fills."""

from dataclasses import dataclass

from wijzer.kinds import KINDS, Field, Form

PERSON, GROUP_OF, ITEMS, QUESTIONNAIRE, CHECKLIST, LEVEL = (
    *("person", "group of", "items", "questionnaire", "checklist", "level"),
)
"""What `of` says of a field that no kind has: a participant's number, a group of a trait, and so
on."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a template: what stands above it, the field, and a cell that is filled in."""

    header: str
    field: Field
    example: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """One template: the name of the sheet, the kind or table, and its columns.

    With `items` one more column per question of a questionnaire follows.
    """

    sheet: str
    target: str
    columns: tuple[Column, ...]
    items: bool = False

    @property
    def is_kind(self) -> bool:
        """Whether its rows are things with a history; else rows of a table."""
        return self.target in KINDS

    @property
    def about_people(self) -> bool:
        """Whether each row is about one person."""
        return any(one.field.of == PERSON for one in self.columns)

    def header(self, field: str) -> str:
        """What stands above the column of a field; the name of the field when it has none."""
        return next((one.header for one in self.columns if one.field.name == field), field)

    def place(self, field: str) -> int:
        """Which column that is, counted from 0; -1 when there is none."""
        names = [one.field.name for one in self.columns]
        return names.index(field) if field in names else -1


CODE = Field("id", Form.LINE)
"""The code of a thing, that becomes its id."""


def _of_kind(sheet: str, kind: str, columns: dict[str, tuple[str, str]]) -> Subject:
    """A template of a kind: header → (field, example)."""
    fields = {one.name: one for one in KINDS[kind].fields} | {"id": CODE}
    found = [Column(header, fields[name], cell) for header, (name, cell) in columns.items()]
    return Subject(sheet, kind, tuple(found))


def _of_table(
    sheet: str, table: str, columns: dict[str, tuple[Field, str]], items: bool = False
) -> Subject:
    found = [Column(header, field, cell) for header, (field, cell) in columns.items()]
    return Subject(sheet, table, tuple(found), items)


def _ref(name: str, kind: str, required: bool = True) -> Field:
    return Field(name, Form.REF, kind, required=required)


_WHO = Field("person", Form.LINE, PERSON, required=True)
_AREA = Field("area", Form.AREA)
_INTERVENTION = "Wandelen met een lunch"
_START, _END = "01-01-2024", "31-12-2024"


def _level(name: str, required: bool = False) -> Field:
    return Field(name, Form.COUNT, LEVEL, required=required)


SUBJECTS: tuple[Subject, ...] = (
    _of_kind("interventies", "intervention", {
        "code": ("id", "wandelen"), "wijk": ("neighbourhood", "Stevenshof"),
        "naam": ("title", _INTERVENTION), "themas": ("themes", ""),
        "pijlers": ("pillars", "signalering, advies en ondersteuning"), "loopt": ("run", "loopt"),
        "voor wie": ("audience", "Iedereen in de wijk"), "begint": ("starts", _START),
        "eindigt": ("ends", _END),
    }),
    _of_kind("partners", "partner", {
        "code": ("id", "buurthuis"), "naam": ("title", "Buurthuis De Hoek"),
        "wijken": ("neighbourhoods", "Stevenshof"), "sector": ("sector", "welzijn"),
        "rollen": ("roles", "voert uit"),
    }),
    _of_kind("monitorplannen", "monitor_plan", {
        "code": ("id", ""), "wijk": ("neighbourhood", "Stevenshof"),
        "naam": ("title", "Monitorplan 2024"),
        "vragenlijsten": ("instruments", "who5|dejonggierveld6"), "groen": ("green", "0,8"),
        "oranje": ("amber", "0,6"), "laag": ("low", "0,8"), "hoog": ("high", "1,25"),
        "tekst": ("text", "Wij meten elk half jaar."),
    }),
    _of_kind("afspraken", "delivery_plan", {
        "interventie": ("intervention", _INTERVENTION), "begint": ("starts", _START),
        "eindigt": ("ends", _END), "bijeenkomsten": ("sessions", "40"),
        "minuten": ("minutes", "90"), "mensen": ("people", "25"),
    }),
    _of_kind("kernelementen", "core_element", {
        "code": ("id", "samen-eten"), "interventie": ("intervention", _INTERVENTION),
        "naam": ("title", "Na het wandelen samen eten"), "hoort erbij": ("essential", "ja"),
        "tekst": ("text", ""),
    }),
    _of_kind("bijeenkomsten", "session", {
        "code": ("id", "w-2024-01"), "interventie": ("intervention", _INTERVENTION),
        "dag": ("day", "09-01-2024"), "ging door": ("state", "ging door"),
        "mensen": ("people", "14"), "minuten": ("minutes", "90"), "reden": ("reason", ""),
        "minuten gepland": ("planned_minutes", "90"), "gebied": ("area", ""),
    }),
    _of_table("deelnemers", "participant", {
        "deelnemer": (_WHO, "d-0012"),
        "interventie": (_ref("intervention", "intervention"), _INTERVENTION),
        "begint": (Field("starts", Form.DATE, required=True), "09-01-2024"),
        "eindigt": (Field("ends", Form.DATE), ""),
        "hoe geëindigd": (Field("ended", Form.CODE, "ended"), ""),
        "reden": (Field("reason", Form.CODE, "dropout"), ""),
        "gebied": (_AREA, "Kloosterhof"),
        "leeftijd": (Field("age", Form.CODE, "age"), "65 jaar en ouder"),
        "geslacht": (Field("sex", Form.CODE, "sex"), "vrouwen"),
        "herkomst": (Field("origin", Form.CODE, "origin"), "Nederland"),
        "doelgroep": (Field("target", Form.CODE, "target"), "in de doelgroep"),
    }),
    _of_table("aanwezig", "attendance", {
        "bijeenkomst": (_ref("session", "session"), "w-2024-01"), "deelnemer": (_WHO, "d-0012"),
    }),
    _of_kind("tellingen", "head_count", {
        "interventie": ("intervention", _INTERVENTION), "begint": ("starts", _START),
        "eindigt": ("ends", _END), "kenmerk": ("trait", "leeftijd"),
        "groep": ("group", "65 jaar en ouder"), "gebied": ("area", ""),
        "mensen": ("people", "18"), "keren": ("contacts", "210"),
    }),
    _of_kind("trechter", "step_count", {
        "interventie": ("intervention", _INTERVENTION), "begint": ("starts", _START),
        "eindigt": ("ends", _END), "stap": ("step", "aangemeld"), "mensen": ("people", "31"),
    }),
    _of_kind("indirect", "indirect", {
        "interventie": ("intervention", _INTERVENTION), "dag": ("day", "15-06-2024"),
        "naam": ("title", "Kraam op de braderie"), "mensen": ("people", "120"),
    }),
    _of_kind("meetrondes", "survey_round", {
        "code": ("id", "meting-0"), "wijk": ("neighbourhood", "Stevenshof"),
        "naam": ("title", "Eerste meting"), "soort": ("subject", "vragenlijst bij deelnemers"),
        "nummer": ("number", "0"), "dag": ("day", "15-01-2024"), "eindigt": ("ends", "15-02-2024"),
    }),
    _of_table("vragenlijsten", "response", {
        "ronde": (_ref("round", "survey_round"), "meting-0"), "deelnemer": (_WHO, "d-0012"),
        "vragenlijst": (Field("instrument", Form.CODE, QUESTIONNAIRE, required=True), "who5"),
        "interventie": (_ref("intervention", "intervention", required=False), _INTERVENTION),
        "gebied": (_AREA, "Kloosterhof"),
        "ingevuld": (Field("answered", Form.CODE, "answered"), "ingevuld"),
    }, items=True),
    _of_kind("verhalen", "story", {
        "code": ("id", ""), "wijk": ("neighbourhood", "Stevenshof"),
        "soort": ("form", "verhaal van een inwoner"),
        "tekst": ("text", "Ik groet nu mensen die ik eerst niet kende."),
        "wie": ("speaker", "inwoner"), "toestemming": ("consent", "toestemming gegeven"),
        "dag": ("day", "03-03-2024"), "thema": ("theme", ""), "interventie": ("intervention", ""),
    }),
    _of_table("partnerronde", "roster", {
        "ronde": (_ref("round", "survey_round"), "partners-0"),
        "partner": (_ref("partner", "partner"), "Buurthuis De Hoek"),
        "antwoord": (Field("answered", Form.YES, required=True), "ja"),
    }),
    _of_table("banden", "tie", {
        "ronde": (_ref("round", "survey_round"), "partners-0"),
        "van": (_ref("sender", "partner"), "Buurthuis De Hoek"),
        "naar": (_ref("receiver", "partner"), "Gemeente Leiden"),
        "invuller": (Field("respondent", Form.COUNT, required=True), "1"),
        "intensiteit": (_level("intensity", required=True), "3"),
        "betrouwbaar": (_level("reliable"), "4"), "steunt": (_level("supportive"), "3"),
        "open": (_level("open"), "3"), "invloed": (_level("power"), "2"),
        "inzet": (_level("involvement"), "3"), "middelen": (_level("resources"), "2"),
    }),
    _of_table("checklist", "checklist", {
        "ronde": (_ref("round", "survey_round"), "partners-0"),
        "partner": (_ref("partner", "partner"), "Buurthuis De Hoek"),
        "invuller": (Field("respondent", Form.COUNT, required=True), "1"),
        "lijst": (Field("instrument", Form.CODE, CHECKLIST, required=True), "cac"),
    }, items=True),
    _of_kind("verwijzingen", "referral", {
        "wijk": ("neighbourhood", "Stevenshof"), "van": ("sender", "Buurthuis De Hoek"),
        "naar": ("receiver", "Gemeente Leiden"), "begint": ("starts", _START),
        "eindigt": ("ends", _END), "verwezen": ("sent", "22"), "aangekomen": ("received", "17"),
        "gestart": ("begun", "12"), "dagen": ("days", "13,5"),
    }),
    _of_kind("beoordelingen", "focus_review", {
        "interventie": ("intervention", _INTERVENTION), "dag": ("day", "01-07-2024"),
        "gedaan": ("delivered", "Na het wandelen samen eten"), "deels": ("partly", ""),
        "niet gedaan": ("missed", ""), "kwaliteit": ("quality", "4,2"),
        "beoordelaars": ("quality_answers", "11"), "licht": ("light", "groen: op koers"),
        "reden": ("reason", ""), "volgende stap": ("next_step", ""),
        "besluit": ("decision", "doorgaan"), "besloten door": ("decided_by", "de projectgroep"),
    }),
    _of_kind("aanpassingen", "adaptation", {
        "interventie": ("intervention", _INTERVENTION), "dag": ("day", "01-04-2024"),
        "naam": ("title", "In de winter binnen"), "waarom": ("why", "Het was te koud."),
        "soort": ("kind", "onderweg nodig"), "kern heel": ("core_kept", "ja"),
        "goedgekeurd": ("approved", "ja"), "kernelement": ("core_element", ""),
        "besloten door": ("decided_by", "de projectgroep"),
    }),
)  # fmt: skip
"""All templates, in such an order that nothing refers to what comes later."""


def named(sheet: str) -> Subject | None:
    """The template that a sheet or file follows: its name begins with that of the template."""
    name = " ".join(sheet.casefold().split())
    found = [one for one in SUBJECTS if name == one.sheet or name.startswith(_begins(one.sheet))]
    return max(found, key=lambda one: len(one.sheet), default=None)


def _begins(sheet: str) -> tuple[str, ...]:
    """ "vragenlijsten-who5" and "vragenlijsten (2)" are sheets of that template too."""
    return tuple(f"{sheet}{mark}" for mark in "- _(.")


def of_target(target: str) -> Subject:
    """The template of a kind or table. Raises StopIteration when there is none."""
    return next(one for one in SUBJECTS if one.target == target)
