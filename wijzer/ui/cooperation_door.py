"""The cached door of Samenwerking: what was asked once is kept until somebody changes something."""

from wijzer import publish
from wijzer.access import Visitor
from wijzer.publish import Compared, Cooperation, Question
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
def networks(visitor: Visitor, neighbourhood: str, asked: Question) -> list[Picture]:
    """See pictures.of_networks."""
    mine = found(visitor, neighbourhood)
    return pictures.of_networks(mine, compared(visitor, neighbourhood, asked))


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
    titles = {id: publish.title(row) for id, row in seen["partner"].items()}
    return publish.referrals(rows, titles, visitor)
