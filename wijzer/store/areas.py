"""Which areas there are, where they lie, and what they look like on a map."""

import pandas as pd

from wijzer.store.database import Store

_AREAS = """
SELECT code, name, cbs_name, level, municipality, wijk, neighbourhood
FROM figures.area
ORDER BY code
"""

_SHAPES = """
SELECT code, name, geometry, lon, lat, source, tbl, year, licence
FROM figures.shape
WHERE layer = $layer
ORDER BY code
"""


def areas(store: Store) -> pd.DataFrame:
    """All areas, one row each, the whole neighbourhoods included.

    Columns: code, name (as shown), cbs_name, level (model.Level), municipality (code; of a
    municipality: itself; of the country: missing), wijk (code, buurten only), neighbourhood
    (id, missing outside the project's neighbourhoods).
    """
    return store.query(_AREAS)


def shapes(store: Store, layer: str) -> pd.DataFrame:
    """The shapes of one map layer, one row per area; empty for a layer that does not exist.

    `layer`: buurten, subdistricts, neighbourhoods, context or municipalities. Columns: code,
    name, geometry (text: a GeoJSON geometry in WGS84), lon, lat (degrees, where a label fits
    best), source, tbl, year, licence.
    """
    return store.query(_SHAPES, layer=layer)
