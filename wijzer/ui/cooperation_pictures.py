"""What Samenwerking draws: networks beside each other, the checklist, and their tables."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from wijzer import publish, texts
from wijzer.charts import dimensions, names, network
from wijzer.publish import Compared, Cooperation, Drawn, Row
from wijzer.ui import pictures, tables
from wijzer.ui.pictures import Picture

_COLUMNS = (
    *("kind", "x", "y", "x2", "y2", "look", "hollow", "code", "label", "name", "sector", "told"),
    "partners",
)


GAP = '<div style="height:1rem"></div>'
"""Room between two tables in one element."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as HTML, the same as rows for a download, and the table itself where it is one."""

    html: str
    rows: list[list[str]]
    header: Sequence[str] = ()
    body: Sequence[Sequence[str]] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """The checklist as a picture (None when there is too little), more tables, and the download."""

    picture: Picture | None
    sheet: Sheet


def marked(found: Cooperation, caption: str) -> str:
    """A caption that says so when anything in it is invented."""
    return texts.marked(caption, found.example)


def of_networks(
    found: Cooperation, view: Compared, places: dict[str, network.Place]
) -> list[Picture]:
    """The rounds that are asked for, every node at the same place in each."""
    return [_network(found, one, places) for one in publish.drawn_networks(found, view)]


def _network(found: Cooperation, one: Drawn, places: dict[str, network.Place]) -> Picture:
    ties = [_tie(row, places) for row in one.ties]
    order = list(network.TIES)
    ties.sort(key=lambda row: order.index(row["look"]))
    nodes = [_node(row, places[row["key"]]) for row in one.nodes]
    title = marked(found, texts.NETWORK_ALT.format(ronde=one.name))
    return pictures.made(
        title,
        texts.first_upper(one.name),
        pd.DataFrame([*ties, *nodes], columns=list(_COLUMNS)),
        network.spec(),
        *_narrow(found, one),
    )


def on_slide(one: Picture, named: bool) -> Picture:
    """The same network for a slide: half as high; of many partners a name for the most connected,
    where that fits."""
    frame = one.rows.to_pandas()
    rows = _with_names(frame) if named else frame
    spec = network.spec(names.HIGH, small=named)
    return pictures.made(one.title, one.sentence, rows, spec, one.header, one.body, one.note)


_NAMES = 6


def _with_names(frame: pd.DataFrame) -> pd.DataFrame:
    ties = publish.records(frame[frame["kind"] == "tie"])
    ends = Counter(end for row in ties for end in ((row["x"], row["y"]), (row["x2"], row["y2"])))
    nodes = publish.records(frame[frame["kind"] == "node"])
    nodes.sort(key=lambda row: (-ends[row["x"], row["y"]], row["name"]))
    found = names.fitting([(row["x"], row["y"], row["name"]) for row in nodes], _NAMES)
    written = {nodes[place]["name"]: fits for place, fits in found.items()}
    labels = [written.get(name, ("", "below")) for name in frame["name"]]
    return frame.assign(label=[text for text, _ in labels], side=[side for _, side in labels])


def _narrow(found: Cooperation, one: Drawn) -> tuple[Sequence[str], list[list[str]]]:
    """The table under a picture that takes half the page: partners in two columns."""
    if not found.named:
        return one.header, one.rows
    rows = [
        [texts.PARTNER_IN_TABLE.format(naam=name, sector=sector, vulde=word), others]
        for name, sector, word, others in one.rows
    ]
    return (one.header[0], one.header[-1]), rows


def _tie(row: Row, places: dict[str, network.Place]) -> Row:
    (x, y), (x2, y2) = places[row["one"]], places[row["two"]]
    return {"kind": "tie", "x": x, "y": y, "x2": x2, "y2": y2, "look": row["look"],
            "told": row["told"]}  # fmt: skip


def _node(row: Row, place: network.Place) -> Row:
    names = ("look", "code", "name", "sector", "told", "partners")
    own = {name: row[name] for name in names}
    label = network.label(row["name"])
    hollow = not row["answered"]
    return own | {"kind": "node", "x": place[0], "y": place[1], "hollow": hollow, "label": label}


def legend(found: Cooperation, view: Compared) -> str:
    """What hues, letters and lines mean, in words, as HTML."""
    drawn = publish.drawn_networks(found, view)
    nodes = {row["look"]: row for one in drawn for row in one.nodes}
    items = [_legend_item(nodes[look], found.named) for look in network.LOOKS if look in nodes]
    looks = {row["look"] for one in drawn for row in one.ties}
    lines = [text for look, text in texts.TIE_LEGEND.items() if look in looks]
    said = [*lines, texts.HOLLOW] if found.named else [texts.SHARE_LEGEND]
    if len(drawn) > 1:
        said.append(texts.SAME_PLACES)
    return (
        f'<ul class="wz-legend" aria-label="{texts.LEGEND}">{"".join(items)}</ul>'
        f"{small(' '.join(said))}"
    )


def _legend_item(row: Row, named: bool) -> str:
    look, code = row["look"], f"{row['code']}: " if named else ""
    round = "border-radius:50%;" if network.shape(look) == "circle" else ""
    mark = f'<i style="{round}background:{network.colour(look)}"></i>'
    return f"<li>{mark}{escape(code + row['sector'])}</li>"


def of_measures(found: Cooperation, view: Compared) -> Sheet:
    """The measures of the network, a column per round and per group of partners."""
    told = publish.network_measures(found, view)
    keys = list(told[0].values)
    header = [texts.MEASURE, *(f"{one.name}, {one.whom}" for one in told)]
    body = [[publish.measure_name(key), *(one.values[key] for one in told)] for key in keys]
    html = tables.table(marked(found, texts.MEASURES_TABLE), header, body)
    names = publish.brokers(found, view)
    if names:
        caption = texts.BROKERS_TABLE.format(ronde=texts.first_upper(view.second.name))
        html += GAP + tables.table(marked(found, caption), texts.BROKERS_HEADER, names)
    rows = [
        [
            *(texts.MEASURES_TITLE, publish.measure_name(key), one.whom, one.name),
            *(one.values[key], mark(found)),
        ]
        for key in keys
        for one in told
    ]
    return Sheet(html, rows, header, body)


def of_checklist(found: Cooperation, view: Compared) -> Judged:
    """The checklist by dimension; trust and value; for the team the sectors."""
    scores, trust = publish.checklist(found, view), publish.trust(found, view)
    sectors = publish.checklist_by_sector(found, view)
    html = _table(found, texts.TRUST_TABLE, trust) + _table(found, texts.SECTORS_TABLE, sectors)
    rows = [
        *_as_rows(found, texts.CHECKLIST_TITLE, scores),
        *_as_rows(found, texts.TRUST_TABLE, trust),
        *_as_rows(found, texts.SECTORS_TABLE, sectors),
    ]
    if not scores.cells:
        return Judged(None, Sheet(html, rows))
    picture = pictures.made(
        marked(found, texts.CHECKLIST_ALT),
        scores.sentence,
        pd.DataFrame(scores.rows),
        dimensions.spec(),
        scores.header,
        scores.cells,
        f"{_rounds(view)} {texts.CHECKLIST_NOTE}".strip(),
    )
    return Judged(picture, Sheet(html, rows))


def _rounds(view: Compared) -> str:
    if view.first is None:
        return ""
    return texts.CHECKLIST_LEGEND.format(eerst=view.first.name, laatst=view.second.name)


def _table(found: Cooperation, caption: str, scores: publish.PartnerScores) -> str:
    if not scores.cells:
        return ""
    return GAP + tables.table(marked(found, caption), scores.header, scores.cells)


def _as_rows(found: Cooperation, what: str, scores: publish.PartnerScores) -> list[list[str]]:
    return [
        [what, name, "", column, cell, mark(found)]
        for name, *cells in scores.cells
        for column, cell in zip(scores.header[1:], cells, strict=True)
    ]


def of_partner(found: Cooperation, id: str) -> str:
    """For the team: one partner in every round, as HTML."""
    caption = marked(found, texts.OWN_TABLE.format(naam=found.titles[id]))
    return tables.table(caption, texts.OWN_HEADER, publish.partner_view(found, id))


def network_rows(found: Cooperation, view: Compared) -> list[list[str]]:
    """The tables of the networks as lines for the download."""
    return [
        [texts.NETWORK_TITLE, column, name, one.name, cell, mark(found)]
        for one in publish.drawn_networks(found, view)
        for name, *cells in one.rows
        for column, cell in zip(one.header[1:], cells, strict=True)
    ]


def mark(found: Cooperation) -> str:
    """The mark of a line in a download when what it tells is invented."""
    return texts.EXAMPLE_MARK if found.example else ""


def small(text: str) -> str:
    """Small print as HTML, to stand under a table in one element."""
    return f'<p class="wz-source">{escape(text)}</p>'
