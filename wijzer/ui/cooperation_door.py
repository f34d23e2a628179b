"""The cached door of Samenwerking: what was asked once is kept until somebody changes something."""

from functools import lru_cache

from wijzer import publish
from wijzer.access import Visitor
from wijzer.charts import network
from wijzer.publish import Compared, Cooperation, Question
from wijzer.publish.cooperation import partner_name
from wijzer.ui import cooperation_pictures as pictures
from wijzer.ui import data, entered
from wijzer.ui.pictures import Picture


@entered.kept
def found(visitor: Visitor, neighbourhood: str) -> Cooperation:
    """See publish.cooperation_of."""
    return publish.cooperation_of(data.register(), entered.seen(visitor), neighbourhood, visitor)


@entered.kept
def compared(visitor: Visitor, neighbourhood: str, asked: Question) -> Compared:
    """See publish.compared."""
    return publish.compared(found(visitor, neighbourhood), asked)


@entered.kept
def places(visitor: Visitor, neighbourhood: str) -> dict[str, network.Place]:
    """See network.placed: the same for all rounds, levels and rules. Sectors stand in a ring."""
    mine = found(visitor, neighbourhood)
    if not mine.named:
        return publish.network_places(mine)
    spots = tuple(sorted(publish.network_places(mine).items()))
    return _placed(spots, tuple(publish.network_ties(mine)))


@lru_cache(maxsize=16)
def _placed(
    places: tuple[tuple[str, network.Place], ...], ties: tuple[tuple[str, str], ...]
) -> dict[str, network.Place]:
    """Kept by what it is made of: it takes half a second, and seldom changes."""
    return network.placed(dict(places), ties)


@entered.kept
def networks(visitor: Visitor, neighbourhood: str, asked: Question) -> list[Picture]:
    """See pictures.of_networks."""
    mine = found(visitor, neighbourhood)
    spots = places(visitor, neighbourhood)
    return pictures.of_networks(mine, compared(visitor, neighbourhood, asked), spots)


@entered.kept
def legend(visitor: Visitor, neighbourhood: str, asked: Question) -> pictures.Sheet:
    """See pictures.legend and pictures.network_rows."""
    mine, view = found(visitor, neighbourhood), compared(visitor, neighbourhood, asked)
    return pictures.Sheet(pictures.legend(mine, view), pictures.network_rows(mine, view))


@entered.kept
def measures(visitor: Visitor, neighbourhood: str, asked: Question) -> pictures.Sheet:
    """See pictures.of_measures."""
    mine = found(visitor, neighbourhood)
    return pictures.of_measures(mine, compared(visitor, neighbourhood, asked))


@entered.kept
def checklist(visitor: Visitor, neighbourhood: str, asked: Question) -> pictures.Judged:
    """See pictures.of_checklist."""
    mine = found(visitor, neighbourhood)
    return pictures.of_checklist(mine, compared(visitor, neighbourhood, asked))


@entered.kept
def partner(visitor: Visitor, neighbourhood: str, id: str) -> str:
    """See pictures.of_partner."""
    return pictures.of_partner(found(visitor, neighbourhood), id)


@entered.kept
def referrals(visitor: Visitor, neighbourhood: str) -> publish.Chain:
    """See publish.referrals: the rows as they were entered, of what this visitor may see."""
    seen = entered.seen(visitor)
    whole = entered.everything()["referral"]
    rows = [whole[row["id"]] for row in publish.of(seen, "referral", neighbourhood)]
    titles = {id: partner_name(row, neighbourhood) for id, row in seen["partner"].items()}
    return publish.referrals(rows, titles, visitor)
