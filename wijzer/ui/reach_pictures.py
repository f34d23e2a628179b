"""Pictures of reach: participants beside residents, the map of where they live, and the funnel."""

from collections.abc import Mapping, Sequence
from math import ceil

import pandas as pd

from wijzer import texts
from wijzer.charts import choropleth, funnel, representation
from wijzer.maps import scale
from wijzer.publish.reach_mirror import Mirror, MirrorRow
from wijzer.publish.reach_told import FunnelStep
from wijzer.stats.proportion import Interval
from wijzer.ui import pictures
from wijzer.ui.pictures import Picture

_STEP = 0.1
_PER = 1000


def of_mirror(one: Mirror, area: str, position: int, limits: Interval, example: str) -> Picture:
    """Participants by group beside residents of an area (display name)."""
    trait = texts.MIRROR_TRAITS[one.trait].lower()
    alt = texts.MIRROR_ALT.format(gebied=area, kenmerk=trait)
    note = [
        texts.MIRROR_READ,
        texts.MIRROR_LIMITS.format(
            laag=texts.number(limits.low, 2), hoog=texts.number(limits.high, 2)
        ),
        texts.MIRROR_SOURCE.format(jaar=one.year),
        texts.MIRROR_UNKNOWN_IN if one.with_unknown else "",
    ]
    return pictures.made(
        f"{alt}{example}",
        mirror_sentence(one),
        pd.DataFrame([_drawn(place, row) for place, row in enumerate(one.rows)]),
        representation.spec(area, _top(one), position),
        texts.MIRROR_HEADER,
        [[row.name, *row.cells] for row in one.rows],
        " ".join(filter(None, note)),
    )


def mirror_sentence(one: Mirror) -> str:
    """What the picture says: who is missing, and how much participants are like residents."""
    names = [texts.GROUP_PEOPLE.get(row.group) or texts.from_area(row.name) for row in one.missing]
    index = texts.MIRROR_NO_INDEX if one.index is None else texts.mirror_index(one.index)
    return texts.mirror_sentence(names, one.judged, index)


def _drawn(place: int, row: MirrorRow) -> dict[str, object]:
    between = row.interval
    return {
        "order": place,
        "name": row.name,
        "share": row.share,
        "low": between.low if between else None,
        "high": between.high if between else None,
        "residents": row.residents,
        "share_text": row.share_text,
        "residents_text": row.residents_text,
        "verdict": row.verdict,
        "word": row.word,
        "said": f"{row.mark} {row.word}",
    }


def _top(one: Mirror) -> float:
    """Where the axis ends: what is shown, up to a whole tenth."""
    ends = [row.residents for row in one.rows]
    ends += [row.interval.high for row in one.rows if row.interval]
    return min(1.0, ceil(max(ends) / _STEP) * _STEP)


def of_homes(
    one: Mirror, counts: Mapping[str, float], shapes: pd.DataFrame, place: str, example: str
) -> Picture:
    """Participants per 1,000 inhabitants of each part, on a map; `counts` are the inhabitants."""
    title = texts.REACH_MAP_ALT.format(wijk=place)
    values = [_rate(row, counts[row.group]) for row in one.rows]
    decimals = int(any(value is not None and value < 1 for value in values))
    rows = pd.DataFrame(
        [_home(row, value, decimals) for row, value in zip(one.rows, values, strict=True)]
    ).astype({"value": float})
    found = scale.classes(rows["value"], texts.REACH_MAP_UNIT, decimals)
    where = shapes.set_index("code").loc[list(rows["code"])]
    drawn = tuple(zip(rows["code"], where["geometry"], strict=True))
    frame = rows.assign(
        klass=pictures.classes_of(rows, found),
        lon=where["lon"].to_numpy(),
        lat=where["lat"].to_numpy(),
    )
    missing = bool(rows["value"].isna().any())
    labels = tuple(one.replace(f" {texts.REACH_MAP_UNIT}", "") for one in found.labels)
    return pictures.made(
        f"{title}{example}",
        texts.reach_map(*_ends(rows)),
        frame,
        choropleth.spec(drawn, labels, found.colours, missing, title=title),
        texts.REACH_MAP_HEADER,
        [
            [row.name, *row.cells[:2], texts.number(counts[row.group]), row.residents_text, said]
            for row, said in zip(one.rows, rows["value_text"], strict=True)
        ],
    )


def _rate(row: MirrorRow, inhabitants: float) -> float | None:
    count = row.told.count
    return None if count is None or not inhabitants else count / inhabitants * _PER


def _home(row: MirrorRow, value: float | None, decimals: int) -> dict[str, object]:
    said = texts.HIDDEN_CELL if value is None else texts.number(value, decimals)
    return {
        "code": row.group,
        "name": row.name,
        "value": value,
        "value_text": said,
        "label": said,
        "selected": False,
    }


def _ends(rows: pd.DataFrame) -> tuple[str, str]:
    known = rows[rows["value"].notna()].sort_values("value")["value_text"]
    return (known.iloc[0], known.iloc[-1]) if len(known) else ("", "")


def of_funnel(steps: Sequence[FunnelStep], title: str, position: int, said: str) -> Picture:
    """The steps as bars."""
    rows = [
        {
            "order": place,
            "name": one.name,
            "length": one.length,
            "text": one.told.text,
            "of_first_text": one.of_first,
        }
        for place, one in enumerate(steps)
    ]
    return pictures.made(
        title,
        said,
        pd.DataFrame(rows).astype({"length": float}),
        funnel.spec(position),
        texts.FUNNEL_HEADER,
        [[one.name, one.told.text, one.of_previous, one.of_first] for one in steps],
    )
