-- The register, step 3: learning together (kinds as in step 1: only added to). What was learned,
-- the agenda of a meeting, who came by role, what was decided, who does what by when, the slides
-- of a presentation, and the guide. Owners are roles, never names.

CREATE TABLE lesson (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    observation VARCHAR CHECK (length(observation) <= 10000),
    insight VARCHAR CHECK (length(insight) <= 10000),
    next_step VARCHAR CHECK (length(next_step) <= 200),
    day DATE,
    scope VARCHAR CHECK (scope IN ('local', 'central')),
    question VARCHAR CHECK (question IN ('reach', 'healthier', 'cooperation', 'focus')),
    theme VARCHAR REFERENCES thing (id),
    indicator VARCHAR,
    link VARCHAR CHECK (length(link) <= 10000),
    meeting VARCHAR REFERENCES thing (id),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND day IS NOT NULL AND scope IS NOT NULL))
);

CREATE TABLE learning_question (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    scope VARCHAR CHECK (scope IN ('local', 'central')),
    status VARCHAR CHECK (status IN ('open', 'answered', 'dropped')),
    answer VARCHAR CHECK (length(answer) <= 10000),
    question VARCHAR CHECK (question IN ('reach', 'healthier', 'cooperation', 'focus')),
    theme VARCHAR REFERENCES thing (id),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND scope IS NOT NULL AND status IS NOT NULL))
);

CREATE TABLE agenda_item (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    meeting VARCHAR REFERENCES thing (id),
    title VARCHAR CHECK (length(title) <= 200),
    place INTEGER CHECK (place >= 0),
    minutes INTEGER CHECK (minutes >= 0),
    owner VARCHAR CHECK (length(owner) <= 200),
    text VARCHAR CHECK (length(text) <= 10000),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (meeting IS NOT NULL AND title IS NOT NULL))
);

CREATE TABLE meeting_group (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    meeting VARCHAR REFERENCES thing (id),
    sector VARCHAR CHECK (sector IN ('primary_care', 'care', 'surroundings', 'education', 'planning', 'housing', 'welfare', 'sport', 'municipality', 'public_health', 'insurer', 'residents', 'research', 'other')),
    rung VARCHAR CHECK (rung IN ('inform', 'consult', 'advise', 'coproduce', 'decide')),
    people INTEGER CHECK (people >= 0),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (meeting IS NOT NULL AND sector IS NOT NULL))
);

CREATE TABLE decision (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    meeting VARCHAR REFERENCES thing (id),
    title VARCHAR CHECK (length(title) <= 200),
    text VARCHAR CHECK (length(text) <= 10000),
    decided_by VARCHAR CHECK (length(decided_by) <= 200),
    rung VARCHAR CHECK (rung IN ('inform', 'consult', 'advise', 'coproduce', 'decide')),
    theme VARCHAR REFERENCES thing (id),
    source VARCHAR CHECK (length(source) <= 200),
    url VARCHAR CHECK (length(url) <= 2000 AND regexp_matches(url, '^https?://')),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (meeting IS NOT NULL AND title IS NOT NULL))
);

CREATE TABLE action (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    owner VARCHAR CHECK (length(owner) <= 200),
    due DATE,
    status VARCHAR CHECK (status IN ('open', 'done', 'dropped')),
    reason VARCHAR CHECK (length(reason) <= 10000),
    done_on DATE,
    meeting VARCHAR REFERENCES thing (id),
    lesson VARCHAR REFERENCES thing (id),
    question VARCHAR CHECK (question IN ('reach', 'healthier', 'cooperation', 'focus')),
    theme VARCHAR REFERENCES thing (id),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND owner IS NOT NULL AND due IS NOT NULL AND status IS NOT NULL)),
    CHECK (life <> 'active' OR status <> 'dropped' OR reason IS NOT NULL)
);

CREATE TABLE presentation (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    day DATE,
    meeting VARCHAR REFERENCES thing (id),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL))
);

CREATE TABLE slide (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    presentation VARCHAR REFERENCES thing (id),
    title VARCHAR CHECK (length(title) <= 200),
    layout VARCHAR CHECK (layout IN ('text', 'view', 'agenda', 'vote', 'actions')),
    text VARCHAR CHECK (length(text) <= 10000),
    link VARCHAR CHECK (length(link) <= 10000),
    place DOUBLE CHECK (isfinite(place)),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (presentation IS NOT NULL AND title IS NOT NULL AND layout IS NOT NULL)),
    CHECK (life <> 'active' OR layout <> 'view' OR link IS NOT NULL)
);

CREATE TABLE guide (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    title VARCHAR CHECK (length(title) <= 200),
    shelf VARCHAR CHECK (shelf IN ('experience', 'knowledge', 'tool')),
    questions VARCHAR[] CHECK (list_has_all(['reach', 'healthier', 'cooperation', 'focus'], questions)),
    steps VARCHAR[] CHECK (list_has_all(['picture', 'priorities', 'plan', 'carry_out', 'evaluate'], steps)),
    domains VARCHAR[] CHECK (list_has_all(['leefstijl', 'sociale-omgeving', 'participatie', 'fysieke-omgeving', 'gezondheidsbeleving'], domains)),
    readers VARCHAR[] CHECK (list_has_all(['residents', 'facilitators', 'professionals', 'policymakers', 'researchers'], readers)),
    neighbourhoods VARCHAR[],
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
    CHECK (life <> 'active' OR (title IS NOT NULL AND shelf IS NOT NULL))
);
