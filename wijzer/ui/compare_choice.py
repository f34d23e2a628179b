"""What is asked of Vergelijken: which part, in which order, how many figures, and which figure."""

from dataclasses import dataclass

from wijzer import catalog, texts
from wijzer.model import Indicator
from wijzer.ui import choice, compare_door, pictures
from wijzer.ui.choice import Chooser

PARTS = tuple(texts.COMPARE_PARTS)
FIGURES = PARTS[0]
MOST = {"twaalf": 12, "alles": 0}
"""By code how many figures are shown; 0 for all of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures, in which order, and whether places in a ranking are asked for.

    `domain` is empty in the order of difference, `many` in that of the domains.
    """

    order: str
    domain: str
    many: str
    ranked: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The figures that are shown, in their order."""
        if self.domain:
            return tuple(one.id for one in catalog.of_domain(self.domain))
        found = compare_door.order()
        return found[: MOST[self.many]] if MOST[self.many] else found

    @property
    def subject(self) -> str:
        """What these figures are called together."""
        return pictures.domain_name(self.domain) if self.domain else texts.APART_SUBJECT


def figures(by: Chooser) -> Asked:
    """What is asked for of the figures."""
    order = by.buttons("volgorde", texts.COMPARE_ORDER, texts.COMPARE_ORDERS)
    domain = many = ""
    if order == "domein":
        domain = by.buttons("domein", texts.DOMAIN, catalog.domain_names())
    else:
        many = by.buttons("hoeveel", texts.COMPARE_MANY, texts.COMPARE_MANIES)
    ranked = by.buttons("rang", texts.COMPARE_RANK, texts.COMPARE_RANKS)
    return Asked(order, domain, many, ranked == "ja")


def codes(asked: Asked) -> dict[str, str]:
    """The same as it stands in a link."""
    own = {"domein": asked.domain} if asked.domain else {"hoeveel": asked.many}
    return {"beeld": FIGURES, "volgorde": asked.order} | own | {"rang": _yes(asked.ranked)}


def _yes(ranked: bool) -> str:
    return "ja" if ranked else "nee"


def follow(indicator: str) -> None:
    """In the order by domain: the domain of the figure that is in view."""
    chosen = catalog.indicators().get(indicator)
    if chosen and choice.current("volgorde", list(texts.COMPARE_ORDERS)) == "domein":
        choice.align("domein", chosen.domain)


def indicator(by: Chooser, asked: Asked) -> Indicator:
    """The one figure that is looked at through the years and on maps: one of those shown."""
    names = {id: catalog.indicator(id).name for id in asked.ids}
    id = by.select("indicator", texts.INDICATOR, names, elsewhere=catalog.indicators())
    return catalog.indicator(id)


def year(by: Chooser, one: Indicator, layer: str) -> int:
    """The year of the maps: one in which any area of the layer has a figure."""
    years = [str(year) for year in compare_door.map_years(one.id, layer)]
    known = [str(year) for year in compare_door.years(one.id)]
    return int(by.buttons("jaar", texts.YEAR, {y: y for y in years}, years[-1], known))
