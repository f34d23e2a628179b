-- The register, step 1: what people enter. Only added to: a change is a new revision of the same
-- thing, so nothing that was ever saved is lost, and every row tells who, when and why.
-- Run inside the file (`USE register`). Its tables are attached as `register`.

CREATE TABLE step_taken (               -- the numbered steps of this schema that were run
    number INTEGER PRIMARY KEY,
    taken_at TIMESTAMP NOT NULL
);

CREATE TABLE thing (                    -- everything that has an id; parents of all below
    id   VARCHAR PRIMARY KEY CHECK (regexp_full_match(id, '[a-z0-9][a-z0-9_-]{0,79}')),
    kind VARCHAR NOT NULL
);

CREATE TABLE theme (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    choice VARCHAR CHECK (choice IN ('proposed', 'chosen', 'rejected')),
    why VARCHAR CHECK (length(why) <= 10000),
    indicators VARCHAR[],
    decided_by VARCHAR CHECK (length(decided_by) <= 200),
    period VARCHAR CHECK (length(period) <= 200),
    rung VARCHAR CHECK (rung IN ('inform', 'consult', 'advise', 'coproduce', 'decide')),
    reason VARCHAR CHECK (length(reason) <= 10000),
    meeting VARCHAR REFERENCES thing (id),
    place INTEGER CHECK (place >= 0),
    owner VARCHAR CHECK (length(owner) <= 200),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND choice IS NOT NULL)),
    CHECK (life <> 'active' OR choice <> 'rejected' OR reason IS NOT NULL)
);

CREATE TABLE quote (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    theme VARCHAR REFERENCES thing (id),
    text VARCHAR CHECK (length(text) <= 10000),
    speaker VARCHAR CHECK (speaker IN ('resident', 'professional')),
    consent VARCHAR CHECK (consent IN ('given', 'published', 'none', 'withdrawn')),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (theme IS NOT NULL AND text IS NOT NULL AND speaker IS NOT NULL AND consent IS NOT NULL))
);

CREATE TABLE meeting (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    day DATE,
    period VARCHAR CHECK (length(period) <= 200),
    rung VARCHAR CHECK (rung IN ('inform', 'consult', 'advise', 'coproduce', 'decide')),
    residents INTEGER CHECK (residents >= 0),
    professionals INTEGER CHECK (professionals >= 0),
    text VARCHAR CHECK (length(text) <= 10000),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL))
);

CREATE TABLE theme_group (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    theme VARCHAR REFERENCES thing (id),
    title VARCHAR CHECK (length(title) <= 200),
    residents INTEGER CHECK (residents >= 0),
    professionals INTEGER CHECK (professionals >= 0),
    roles VARCHAR CHECK (length(roles) <= 200),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (theme IS NOT NULL AND title IS NOT NULL))
);

CREATE TABLE idea (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    theme VARCHAR REFERENCES thing (id),
    title VARCHAR CHECK (length(title) <= 200),
    status VARCHAR CHECK (status IN ('new', 'worked_out', 'in_plan', 'dropped')),
    text VARCHAR CHECK (length(text) <= 10000),
    theme_group VARCHAR REFERENCES thing (id),
    reason VARCHAR CHECK (length(reason) <= 10000),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (theme IS NOT NULL AND title IS NOT NULL AND status IS NOT NULL))
);

CREATE TABLE goal (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    theme VARCHAR REFERENCES thing (id),
    title VARCHAR CHECK (length(title) <= 200),
    indicator VARCHAR,
    measure VARCHAR CHECK (length(measure) <= 200),
    area VARCHAR,
    baseline DOUBLE CHECK (isfinite(baseline)),
    baseline_day DATE,
    target DOUBLE CHECK (isfinite(target)),
    target_day DATE,
    owner VARCHAR CHECK (length(owner) <= 200),
    unit VARCHAR CHECK (length(unit) <= 200),
    way VARCHAR CHECK (way IN ('higher', 'lower')),
    version VARCHAR CHECK (length(version) <= 200),
    question VARCHAR CHECK (question IN ('reach', 'healthier', 'cooperation', 'focus')),
    target_groups VARCHAR[],
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (theme IS NOT NULL AND title IS NOT NULL)),
    CHECK (life <> 'active' OR indicator IS NULL OR measure IS NULL)
);

CREATE TABLE reading (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    goal VARCHAR REFERENCES thing (id),
    day DATE,
    value DOUBLE CHECK (isfinite(value)),
    answers INTEGER CHECK (answers >= 0),
    version VARCHAR CHECK (length(version) <= 200),
    source VARCHAR CHECK (length(source) <= 200),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (goal IS NOT NULL AND day IS NOT NULL AND value IS NOT NULL AND source IS NOT NULL))
);

CREATE TABLE target_group (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    method VARCHAR CHECK (method IN ('population', 'share', 'own')),
    area VARCHAR,
    trait VARCHAR CHECK (trait IN ('total', 'age', 'sex', 'origin', 'household')),
    category VARCHAR CHECK (length(category) <= 200),
    indicator VARCHAR,
    size INTEGER CHECK (size >= 0),
    how VARCHAR CHECK (length(how) <= 10000),
    priority BOOLEAN,
    hidden BOOLEAN,
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND method IS NOT NULL))
);

CREATE TABLE library (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    title VARCHAR CHECK (length(title) <= 200),
    audience VARCHAR CHECK (length(audience) <= 200),
    threads VARCHAR[] CHECK (list_has_all(['movement', 'cohesion', 'autonomy', 'money'], threads)),
    pillars VARCHAR[] CHECK (list_has_all(['education', 'support', 'environment', 'regulation'], pillars)),
    recognition VARCHAR CHECK (recognition IN ('described', 'founded', 'first', 'good', 'strong', 'level_unknown', 'none', 'unknown')),
    recognised_on DATE,
    checked_on DATE,
    register_name VARCHAR CHECK (length(register_name) <= 200),
    evidence VARCHAR CHECK (evidence IN ('cited', 'known')),
    note VARCHAR CHECK (length(note) <= 10000),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (title IS NOT NULL AND recognition IS NOT NULL))
);

CREATE TABLE intervention (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    themes VARCHAR[],
    pillars VARCHAR[] CHECK (list_has_all(['education', 'support', 'environment', 'regulation'], pillars)),
    run VARCHAR CHECK (run IN ('idea', 'planned', 'running', 'finished', 'stopped', 'unknown')),
    audience VARCHAR CHECK (length(audience) <= 200),
    text VARCHAR CHECK (length(text) <= 10000),
    goals VARCHAR[],
    library VARCHAR REFERENCES thing (id),
    target_groups VARCHAR[],
    partners VARCHAR[],
    lead VARCHAR REFERENCES thing (id),
    starts DATE,
    ends DATE,
    period VARCHAR CHECK (length(period) <= 200),
    rung VARCHAR CHECK (rung IN ('inform', 'consult', 'advise', 'coproduce', 'decide')),
    hours DOUBLE CHECK (isfinite(hours)),
    money DOUBLE CHECK (isfinite(money)),
    owner VARCHAR CHECK (length(owner) <= 200),
    pillar_by VARCHAR CHECK (length(pillar_by) <= 200),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND run IS NOT NULL))
);

CREATE TABLE activity (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    title VARCHAR CHECK (length(title) <= 200),
    run VARCHAR CHECK (run IN ('idea', 'planned', 'running', 'finished', 'stopped', 'unknown')),
    day DATE,
    period VARCHAR CHECK (length(period) <= 200),
    area VARCHAR,
    lead VARCHAR REFERENCES thing (id),
    rung VARCHAR CHECK (rung IN ('inform', 'consult', 'advise', 'coproduce', 'decide')),
    target_groups VARCHAR[],
    text VARCHAR CHECK (length(text) <= 10000),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL AND title IS NOT NULL AND run IS NOT NULL))
);

CREATE TABLE partner (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    title VARCHAR CHECK (length(title) <= 200),
    neighbourhoods VARCHAR[],
    sector VARCHAR CHECK (sector IN ('primary_care', 'care', 'surroundings', 'education', 'planning', 'housing', 'welfare', 'sport', 'municipality', 'public_health', 'insurer', 'residents', 'research', 'other')),
    roles VARCHAR[] CHECK (list_has_all(['internal_lead', 'external_lead', 'executor', 'funder', 'participant'], roles)),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (title IS NOT NULL AND neighbourhoods IS NOT NULL AND sector IS NOT NULL))
);

CREATE TABLE step (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    scheme VARCHAR CHECK (scheme IN ('gwa', 'project', 'amersfoort')),
    number INTEGER CHECK (number >= 0),
    status VARCHAR CHECK (status IN ('done', 'busy', 'planned', 'unknown')),
    text VARCHAR CHECK (length(text) <= 10000),
    period VARCHAR CHECK (length(period) <= 200),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND scheme IS NOT NULL AND number IS NOT NULL AND status IS NOT NULL AND text IS NOT NULL))
);

CREATE TABLE factor (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    factor VARCHAR CHECK (factor IN ('participation', 'support', 'funding', 'direction', 'network', 'benefit')),
    status VARCHAR CHECK (status IN ('present', 'partly', 'absent', 'unknown')),
    text VARCHAR CHECK (length(text) <= 10000),
    invest BOOLEAN,
    judged_by VARCHAR CHECK (length(judged_by) <= 200),
    judged_on DATE,
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND factor IS NOT NULL AND status IS NOT NULL))
);

CREATE TABLE area_type (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    area VARCHAR,
    type VARCHAR CHECK (type IN ('city_centre', 'village_centre', 'prewar', 'postwar_high', 'small_city', 'green_small_city', 'green', 'small_village', 'countryside')),
    text VARCHAR CHECK (length(text) <= 10000),
    chosen_by VARCHAR CHECK (length(chosen_by) <= 200),
    chosen_on DATE,
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (area IS NOT NULL AND type IS NOT NULL))
);

CREATE TABLE plan (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    text VARCHAR CHECK (length(text) <= 10000),
    period VARCHAR CHECK (length(period) <= 200),
    monitor VARCHAR CHECK (monitor IN ('present', 'absent', 'unknown')),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND monitor IS NOT NULL))
);

CREATE TABLE plan_version (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    reason VARCHAR CHECK (length(reason) <= 10000),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND reason IS NOT NULL))
);

CREATE TABLE vote_round (               -- one vote in a meeting
    id            VARCHAR PRIMARY KEY REFERENCES thing (id),
    neighbourhood VARCHAR NOT NULL,
    title         VARCHAR NOT NULL CHECK (length(title) <= 200),
    method        VARCHAR NOT NULL CHECK (method IN ('dots', 'rank')),
    points        INTEGER NOT NULL CHECK (points BETWEEN 1 AND 20),   -- of one ballot, for dots
    themes        VARCHAR[] NOT NULL CHECK (len(themes) BETWEEN 2 AND 20),
    meeting       VARCHAR,
    opened_at     TIMESTAMP NOT NULL,
    closed_at     TIMESTAMP,
    made_by       VARCHAR NOT NULL,
    example       BOOLEAN NOT NULL
);

CREATE TABLE vote_code (                -- a ballot paper that was handed out; gone when the round closes
    code_hash   VARCHAR PRIMARY KEY,
    round       VARCHAR NOT NULL REFERENCES vote_round (id),
    voter_group VARCHAR NOT NULL CHECK (voter_group IN ('resident', 'professional')),
    used        BOOLEAN NOT NULL,
    receipt     VARCHAR                 -- of the phone that voted: a second try of the same phone is told so
);

CREATE TABLE vote_turnout (             -- papers handed out and used, kept when the codes are gone
    round       VARCHAR NOT NULL REFERENCES vote_round (id),
    voter_group VARCHAR NOT NULL CHECK (voter_group IN ('resident', 'professional')),
    handed_out  INTEGER NOT NULL CHECK (handed_out >= used),
    used        INTEGER NOT NULL CHECK (used >= 0),
    PRIMARY KEY (round, voter_group)
);

CREATE TABLE ballot (                   -- secret: nothing here or elsewhere leads to a code or a person
    id          UUID NOT NULL,
    round       VARCHAR NOT NULL REFERENCES vote_round (id),
    voter_group VARCHAR NOT NULL CHECK (voter_group IN ('resident', 'professional')),
    theme       VARCHAR NOT NULL,
    points      INTEGER CHECK (points >= 0),
    place       DOUBLE CHECK (place >= 1),
    PRIMARY KEY (id, theme),
    CHECK ((points IS NULL) <> (place IS NULL))
);

CREATE TABLE draft (                    -- what somebody has typed and not yet saved
    form    VARCHAR PRIMARY KEY,
    body    VARCHAR NOT NULL,           -- JSON
    made_by VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL
);
