-- The figures file: written once by `python -m wijzer build`, read only ever after.
-- Run inside the file (`USE figures`); at run time the file is attached as `figures`.

CREATE TABLE area (
    code          VARCHAR PRIMARY KEY,   -- NL00, GM0546, WK054609, BU05460900 or a neighbourhood's id
    name          VARCHAR NOT NULL,
    cbs_name      VARCHAR NOT NULL,
    level         VARCHAR NOT NULL
        CHECK (level IN ('country', 'municipality', 'neighbourhood', 'wijk', 'buurt')),
    municipality  VARCHAR,               -- of a municipality: itself
    wijk          VARCHAR,               -- of a buurt: the wijk it lies in
    neighbourhood VARCHAR,               -- id in neighbourhoods.toml, empty elsewhere
    source        VARCHAR NOT NULL,
    tbl           VARCHAR NOT NULL,
    year          INTEGER NOT NULL,      -- of the boundaries
    licence       VARCHAR NOT NULL,
    CHECK ((level = 'country') = (municipality IS NULL))
);

CREATE TABLE measurement (
    area      VARCHAR NOT NULL REFERENCES area (code),
    indicator VARCHAR NOT NULL,
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2100),
    value     DOUBLE CHECK (isfinite(value)),
    missing   VARCHAR CHECK (missing IN ('not_measured', 'too_few', 'not_published',
                                         'not_applicable', 'hidden', 'not_collected')),
    computed  BOOLEAN NOT NULL,
    n         INTEGER CHECK (n >= 0),    -- people who answered; empty when the source does not say
    example   BOOLEAN NOT NULL,
    source    VARCHAR NOT NULL,
    tbl       VARCHAR NOT NULL,
    licence   VARCHAR NOT NULL,
    note      VARCHAR NOT NULL,
    PRIMARY KEY (area, indicator, year),
    CHECK ((value IS NULL) <> (missing IS NULL)),
    CHECK (NOT computed OR note <> '')
);

CREATE TABLE population (
    area     VARCHAR NOT NULL REFERENCES area (code),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2100),
    trait    VARCHAR NOT NULL
        CHECK (trait IN ('total', 'age', 'sex', 'origin', 'household', 'dwellings', 'land')),
    category VARCHAR NOT NULL,
    count    DOUBLE CHECK (count >= 0 AND isfinite(count)),
    missing  VARCHAR CHECK (missing IN ('not_measured', 'too_few', 'not_published',
                                        'not_applicable', 'hidden', 'not_collected')),
    computed BOOLEAN NOT NULL,
    rounding INTEGER NOT NULL CHECK (rounding >= 0),   -- 5: published in fives; of a sum: of its parts together
    source   VARCHAR NOT NULL,
    tbl      VARCHAR NOT NULL,
    licence  VARCHAR NOT NULL,
    PRIMARY KEY (area, year, trait, category),
    CHECK ((count IS NULL) <> (missing IS NULL))
);

CREATE TABLE shape (
    layer    VARCHAR NOT NULL
        CHECK (layer IN ('buurten', 'subdistricts', 'neighbourhoods', 'context', 'municipalities')),
    code     VARCHAR NOT NULL REFERENCES area (code),
    name     VARCHAR NOT NULL,
    geometry VARCHAR NOT NULL,           -- GeoJSON geometry, WGS84
    lon      DOUBLE NOT NULL,            -- where a label fits best
    lat      DOUBLE NOT NULL,
    source   VARCHAR NOT NULL,
    tbl      VARCHAR NOT NULL,
    year     INTEGER NOT NULL,
    licence  VARCHAR NOT NULL,
    PRIMARY KEY (layer, code)
);

CREATE TABLE build (
    version     VARCHAR NOT NULL,        -- changes with every build: key of every cache
    built_at    TIMESTAMP NOT NULL,      -- UTC
    data_date   DATE NOT NULL,           -- of the newest change in data/
    fingerprint VARCHAR NOT NULL         -- of data/ and of the code that builds from it
);

-- Filled from the above at the end of a build.

CREATE TABLE spread (                    -- over the CBS wijken with a value of one municipality
    municipality VARCHAR NOT NULL,
    indicator    VARCHAR NOT NULL,
    year         INTEGER NOT NULL,
    tbl          VARCHAR NOT NULL,
    wijken_n     INTEGER NOT NULL CHECK (wijken_n >= 5),
    wijken_min   DOUBLE NOT NULL,
    wijken_p25   DOUBLE NOT NULL,
    wijken_median DOUBLE NOT NULL,
    wijken_p75   DOUBLE NOT NULL,
    wijken_max   DOUBLE NOT NULL,
    wijken_mean  DOUBLE NOT NULL,
    wijken_sd    DOUBLE NOT NULL,        -- population form, as in the z-score of the GGD profiles
    PRIMARY KEY (municipality, indicator, year, tbl)
);

CREATE TABLE comparison (                -- measurement with its benchmarks: same indicator, year and table
    area      VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    year      INTEGER NOT NULL,
    value     DOUBLE,
    missing   VARCHAR,
    computed  BOOLEAN NOT NULL,
    n         INTEGER,
    example   BOOLEAN NOT NULL,
    source    VARCHAR NOT NULL,
    tbl       VARCHAR NOT NULL,
    licence   VARCHAR NOT NULL,
    note      VARCHAR NOT NULL,
    municipality_value DOUBLE,           -- empty for municipalities and the country
    country_value      DOUBLE,           -- empty for the country
    municipality_n     INTEGER,
    wijken_n      INTEGER,
    wijken_min    DOUBLE,
    wijken_p25    DOUBLE,
    wijken_median DOUBLE,
    wijken_p75    DOUBLE,
    wijken_max    DOUBLE,
    wijken_mean   DOUBLE,
    wijken_sd     DOUBLE,
    shown         BOOLEAN NOT NULL,      -- the year in which a profile shows this indicator
    PRIMARY KEY (area, indicator, year)
);
