"""What the example data are made from: one set of assumptions per neighbourhood.

Every field says in Dutch what it means; the same words stand in data/example/monitor/README.md.
"""

from dataclasses import dataclass, field, fields
from typing import Any

SEED = "Wijzer in de Wijk, voorbeeld 17"
"""The same data come out as long as this stays; chosen for a draw near the assumptions."""


def _share(uitleg: str) -> Any:
    return field(metadata={"uitleg": uitleg, "share": True})


def _number(uitleg: str) -> Any:
    return field(metadata={"uitleg": uitleg, "share": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """The invented facts behind the data of one neighbourhood; shares are fractions."""

    # Reach.
    people: int = _number("Verschillende mensen die zich aanmelden.")
    overlap: float = _share("Deel dat ook aan een tweede interventie meedoet.")
    early: float = _share("Deel dat in 2020 begint, als de interventie er dan al is.")
    women: float = _share("Deel vrouwen.")
    older: float = _share("Deel van 65 jaar en ouder.")
    outside_europe: float = _share("Deel met een herkomst buiten Europa.")
    outside: float = _share("Deel dat buiten de wijk woont.")
    unknown: float = _share("Deel waarvan een kenmerk niet bekend is, per kenmerk.")
    small_area: int = _number("Mensen uit het deel van de wijk dat onder de grens blijft.")
    in_target: float = _share("Deel dat bij de doelgroep van de interventie hoort.")
    # Coming and leaving.
    attendance: float = _share("Kans om te komen, gemiddeld. Mensen verschillen veel.")
    never_came: float = _share("Deel dat na de aanmelding zeker niet komt.")
    loss: float = _share("Deel dat eerder stopt, binnen negen maanden.")
    corona: float = _share("Deel dat niet doorgaat in maart-juni 2020 en december 2020-april 2021.")
    cancelled: float = _share("Deel dat in andere maanden niet doorgaat.")
    # Questionnaires.
    response: float = _share("Deel dat de eerste vragenlijst (T0) invult, van wie hem krijgt.")
    retention: float = _share("Deel dat een volgende keer weer invult.")
    selective: float = _share("Zoveel hoger is die kans voor wie zich beter voelt (per SD).")
    item_missing: float = _share("Deel van de vragen dat leeg blijft op een ingevulde lijst.")
    wellbeing: float = _number("WHO-5 bij de start, gemiddeld (0 tot 100).")
    wellbeing_effect: float = _number("WHO-5: verandering na een jaar en later, gemiddeld.")
    wellbeing_sd: float = _number("WHO-5: spreiding van die verandering (SD).")
    loneliness: float = _number("Eenzaamheid bij de start, gemiddeld (0 tot 6).")
    loneliness_effect: float = _number(
        "Eenzaamheid: verandering per jaar, gemiddeld. Lager is gunstig."
    )
    # Partners, by round.
    partner_response: tuple[float, ...] = _share("Deel van de partners dat antwoordt, per ronde.")
    partner_ties: tuple[float, ...] = _share("Deel van de paren partners met contact, per ronde.")
    trust: tuple[float, ...] = _number("Vertrouwen en waarde, gemiddeld per ronde (1 tot 4).")
    checklist: tuple[float, ...] = _number("Oordeel over samenwerken, per ronde (1 tot 5).")


STEVENSHOF = Assumptions(
    people=254, overlap=0.15, early=0.68,
    women=0.66, older=0.46, outside_europe=0.07, outside=0.06, unknown=0.04, small_area=0,
    in_target=0.80, attendance=0.60, never_came=0.05, loss=0.25, corona=0.92, cancelled=0.06,
    response=0.65, retention=0.70, selective=0.05, item_missing=0.012,
    wellbeing=57, wellbeing_effect=5, wellbeing_sd=15, loneliness=3, loneliness_effect=-0.3,
    partner_response=(0.87, 0.82, 0.88), partner_ties=(0.30, 0.42, 0.54),
    trust=(2.8, 3.0, 3.2), checklist=(3.3, 3.6, 3.9),
)  # fmt: skip
ALPHEN_NOORD = Assumptions(
    people=356, overlap=0.13, early=0.66,
    women=0.62, older=0.38, outside_europe=0.20, outside=0.05, unknown=0.05, small_area=7,
    in_target=0.74, attendance=0.55, never_came=0.06, loss=0.30, corona=0.92, cancelled=0.08,
    response=0.65, retention=0.70, selective=0.05, item_missing=0.015,
    wellbeing=55, wellbeing_effect=0, wellbeing_sd=15, loneliness=3.2, loneliness_effect=-0.2,
    partner_response=(0.83, 0.80, 0.66), partner_ties=(0.38, 0.38, 0.38),
    trust=(3.0, 3.0, 3.0), checklist=(3.5, 3.5, 3.4),
)  # fmt: skip
ZUIDWEST = Assumptions(
    people=24, overlap=0, early=0,
    women=0.75, older=0.30, outside_europe=0.50, outside=0.04, unknown=0.04, small_area=0,
    in_target=0.80, attendance=0.65, never_came=0.04, loss=0.15, corona=0, cancelled=0.10,
    response=0.40, retention=0, selective=0, item_missing=0.01,
    wellbeing=54, wellbeing_effect=0, wellbeing_sd=0, loneliness=3, loneliness_effect=0,
    partner_response=(0.78,), partner_ties=(0.40,), trust=(2.8,), checklist=(3.2,),
)  # fmt: skip
BY_PLACE = {"stevenshof": STEVENSHOF, "alphen-noord": ALPHEN_NOORD, "zuidwest": ZUIDWEST}


def table() -> str:
    """The assumptions as a table in markdown, a column per neighbourhood."""
    lines = ["| aanname | Stevenshof | Alphen Noord | Zuidwest |", "|---|---|---|---|"]
    for one in fields(Assumptions):
        values = (getattr(place, one.name) for place in BY_PLACE.values())
        told = " | ".join(_told(value, one.metadata["share"]) for value in values)
        lines.append(f"| {one.metadata['uitleg']} (`{one.name}`) | {told} |")
    return "\n".join(lines)


def _told(value: float | tuple[float, ...], share: bool) -> str:
    if isinstance(value, tuple):
        return ", daarna ".join(_told(one, share) for one in value)
    return f"{value:.1%}".replace(".0%", "%").replace(".", ",") if share else _plain(value)


def _plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")
