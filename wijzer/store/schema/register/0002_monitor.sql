-- The register, step 2: the monitor. First the kinds (as in step 1: only added to), then what is
-- counted in thousands and comes by import: rows of participants by pseudonymous key, questionnaires,
-- ties between partners. Those are not revised but replaced, with what stood there kept for undo.
-- No name, address, birth date or free text of a resident has a column here.

CREATE TABLE monitor_plan (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    instruments VARCHAR[] CHECK (list_has_all(['ervaren_gezondheid', 'who5', 'dejonggierveld6', 'dejonggierveld11', 'regie', 'k10', 'cohesie', 'ph17', 'ph22', 'spinnenweb'], instruments)),
    green DOUBLE CHECK (isfinite(green)),
    amber DOUBLE CHECK (isfinite(amber)),
    low DOUBLE CHECK (isfinite(low)),
    high DOUBLE CHECK (isfinite(high)),
    text VARCHAR CHECK (length(text) <= 10000),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL))
);

CREATE TABLE delivery_plan (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    starts DATE,
    ends DATE,
    sessions INTEGER CHECK (sessions >= 0),
    minutes INTEGER CHECK (minutes >= 0),
    people INTEGER CHECK (people >= 0),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL)),
    CHECK (life <> 'active' OR ends >= starts)
);

CREATE TABLE session (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    day DATE,
    state VARCHAR CHECK (state IN ('held', 'planned', 'cancelled')),
    people INTEGER CHECK (people >= 0),
    minutes INTEGER CHECK (minutes >= 0),
    reason VARCHAR CHECK (length(reason) <= 200),
    planned_minutes INTEGER CHECK (planned_minutes >= 0),
    area VARCHAR,
    code VARCHAR CHECK (length(code) <= 200),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL AND day IS NOT NULL AND state IS NOT NULL))
);

CREATE TABLE head_count (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    starts DATE,
    ends DATE,
    trait VARCHAR CHECK (trait IN ('total', 'area', 'age', 'sex', 'origin', 'target')),
    "group" VARCHAR CHECK ("group" IN ('all', '0-15', '15-25', '25-45', '45-65', '65+', 'men', 'women', 'other_sex', 'netherlands', 'europe', 'outside_europe', 'in_target', 'not_in_target', 'outside', 'unknown')),
    area VARCHAR,
    people INTEGER CHECK (people >= 0),
    contacts INTEGER CHECK (contacts >= 0),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL AND starts IS NOT NULL AND ends IS NOT NULL AND trait IS NOT NULL AND "group" IS NOT NULL AND people IS NOT NULL)),
    CHECK (life <> 'active' OR ends >= starts)
);

CREATE TABLE step_count (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    starts DATE,
    ends DATE,
    step VARCHAR CHECK (step IN ('approached', 'undetermined', 'enrolled', 'started', 'followed', 'finished')),
    people INTEGER CHECK (people >= 0),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL AND starts IS NOT NULL AND ends IS NOT NULL AND step IS NOT NULL AND people IS NOT NULL)),
    CHECK (life <> 'active' OR ends >= starts)
);

CREATE TABLE indirect (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    day DATE,
    title VARCHAR CHECK (length(title) <= 200),
    people INTEGER CHECK (people >= 0),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL AND day IS NOT NULL AND title IS NOT NULL AND people IS NOT NULL))
);

CREATE TABLE survey_round (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    title VARCHAR CHECK (length(title) <= 200),
    subject VARCHAR CHECK (subject IN ('questionnaire', 'network', 'web')),
    number INTEGER CHECK (number >= 0),
    day DATE,
    ends DATE,
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND title IS NOT NULL AND subject IS NOT NULL AND number IS NOT NULL AND day IS NOT NULL)),
    CHECK (life <> 'active' OR ends >= day)
);

CREATE TABLE story (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    form VARCHAR CHECK (form IN ('story', 'focus_group', 'web')),
    text VARCHAR CHECK (length(text) <= 10000),
    speaker VARCHAR CHECK (speaker IN ('resident', 'professional')),
    consent VARCHAR CHECK (consent IN ('given', 'published', 'none', 'withdrawn')),
    day DATE,
    theme VARCHAR REFERENCES thing (id),
    intervention VARCHAR REFERENCES thing (id),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND form IS NOT NULL AND text IS NOT NULL AND speaker IS NOT NULL AND consent IS NOT NULL))
);

CREATE TABLE referral (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    neighbourhood VARCHAR,
    sender VARCHAR REFERENCES thing (id),
    receiver VARCHAR REFERENCES thing (id),
    starts DATE,
    ends DATE,
    sent INTEGER CHECK (sent >= 0),
    received INTEGER CHECK (received >= 0),
    begun INTEGER CHECK (begun >= 0),
    days DOUBLE CHECK (isfinite(days)),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (neighbourhood IS NOT NULL AND sender IS NOT NULL AND receiver IS NOT NULL AND starts IS NOT NULL AND ends IS NOT NULL AND sent IS NOT NULL)),
    CHECK (life <> 'active' OR ends >= starts)
);

CREATE TABLE core_element (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    title VARCHAR CHECK (length(title) <= 200),
    essential BOOLEAN,
    text VARCHAR CHECK (length(text) <= 10000),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL AND title IS NOT NULL))
);

CREATE TABLE focus_review (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    day DATE,
    delivered VARCHAR[],
    partly VARCHAR[],
    missed VARCHAR[],
    quality DOUBLE CHECK (isfinite(quality)),
    quality_answers INTEGER CHECK (quality_answers >= 0),
    computed VARCHAR CHECK (computed IN ('green', 'amber', 'red', 'grey')),
    light VARCHAR CHECK (light IN ('green', 'amber', 'red', 'grey')),
    reason VARCHAR CHECK (length(reason) <= 10000),
    next_step VARCHAR CHECK (length(next_step) <= 200),
    decision VARCHAR CHECK (decision IN ('go_on', 'adjust', 'stop', 'scale_up')),
    decided_by VARCHAR CHECK (length(decided_by) <= 200),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL AND day IS NOT NULL AND light IS NOT NULL)),
    CHECK (life <> 'active' OR quality BETWEEN 1 AND 5)
);

CREATE TABLE adaptation (
    id VARCHAR NOT NULL REFERENCES thing (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    intervention VARCHAR REFERENCES thing (id),
    day DATE,
    title VARCHAR CHECK (length(title) <= 200),
    why VARCHAR CHECK (length(why) <= 10000),
    kind VARCHAR CHECK (kind IN ('planned', 'reactive')),
    core_kept BOOLEAN,
    approved BOOLEAN,
    core_element VARCHAR REFERENCES thing (id),
    decided_by VARCHAR CHECK (length(decided_by) <= 200),
    life VARCHAR NOT NULL CHECK (life IN ('draft', 'active', 'retired')),
    made_by VARCHAR NOT NULL,           -- a role or an account, never a name
    made_at TIMESTAMP NOT NULL,         -- UTC
    batch VARCHAR,                      -- the import it came with
    example BOOLEAN NOT NULL,
    why_changed VARCHAR CHECK (length(why_changed) <= 10000),
    PRIMARY KEY (id, revision),
    CHECK (life <> 'active' OR (intervention IS NOT NULL AND day IS NOT NULL AND title IS NOT NULL AND kind IS NOT NULL))
);

CREATE TABLE import_run (               -- one import; undone_at when it was taken back
    id        VARCHAR PRIMARY KEY,
    subjects  VARCHAR[] NOT NULL,       -- the sheets that were in it
    sha256    VARCHAR NOT NULL,         -- of the file; its name may hold a person's name
    added     INTEGER NOT NULL CHECK (added >= 0),
    changed   INTEGER NOT NULL CHECK (changed >= 0),
    made_by   VARCHAR NOT NULL,
    made_at   TIMESTAMP NOT NULL,
    example   BOOLEAN NOT NULL,
    undone_at TIMESTAMP
);

CREATE TABLE replaced (                 -- what stood in a row that an import changed, to take it back
    batch VARCHAR NOT NULL,
    tbl   VARCHAR NOT NULL,
    row   VARCHAR NOT NULL              -- JSON
);

CREATE TABLE participant (              -- one person in one intervention, by pseudonymous key
    intervention VARCHAR NOT NULL,
    person       VARCHAR NOT NULL CHECK (regexp_full_match(person, '[0-9a-f]{64}')),
    starts       DATE NOT NULL,         -- first day of the month
    ends         DATE CHECK (ends >= starts),
    ended        VARCHAR CHECK (ended IN ('finished', 'stopped')),
    reason       VARCHAR CHECK (reason IN ('no_time', 'not_fitting', 'moved', 'illness', 'caring', 'costs', 'other', 'unknown')),
    area         VARCHAR NOT NULL,      -- subdistrict of residence, 'outside' or 'unknown'
    age          VARCHAR NOT NULL CHECK (age IN ('0-15', '15-25', '25-45', '45-65', '65+', 'unknown')),
    sex          VARCHAR NOT NULL CHECK (sex IN ('men', 'women', 'other_sex', 'unknown')),
    origin       VARCHAR NOT NULL CHECK (origin IN ('netherlands', 'europe', 'outside_europe', 'unknown')),
    target       VARCHAR NOT NULL CHECK (target IN ('in_target', 'not_in_target', 'unknown')),
    batch        VARCHAR NOT NULL,
    example      BOOLEAN NOT NULL,
    PRIMARY KEY (intervention, person)
);

CREATE TABLE attendance (               -- one person at one session
    session VARCHAR NOT NULL,
    person  VARCHAR NOT NULL CHECK (regexp_full_match(person, '[0-9a-f]{64}')),
    batch   VARCHAR NOT NULL,
    example BOOLEAN NOT NULL,
    PRIMARY KEY (session, person)
);

CREATE TABLE response (                 -- one questionnaire of one person, also when it stayed empty
    round        VARCHAR NOT NULL,
    person       VARCHAR NOT NULL CHECK (regexp_full_match(person, '[0-9a-f]{64}')),
    instrument   VARCHAR NOT NULL,
    version      VARCHAR NOT NULL,      -- of the scoring when it came in
    intervention VARCHAR,
    area         VARCHAR NOT NULL,
    answered     VARCHAR NOT NULL CHECK (answered IN ('answered', 'no_answer', 'refused', 'left')),
    answers      DOUBLE[],              -- by item, in the order of the instrument
    batch        VARCHAR NOT NULL,
    example      BOOLEAN NOT NULL,
    PRIMARY KEY (round, person, instrument),
    CHECK ((answered = 'answered') = (answers IS NOT NULL))
);

CREATE TABLE roster (                   -- a partner that was asked in a round
    round    VARCHAR NOT NULL,
    partner  VARCHAR NOT NULL,
    answered BOOLEAN NOT NULL,
    batch    VARCHAR NOT NULL,
    example  BOOLEAN NOT NULL,
    PRIMARY KEY (round, partner)
);

CREATE TABLE tie (                      -- what one respondent of a partner says of another partner
    round       VARCHAR NOT NULL,
    sender      VARCHAR NOT NULL,
    receiver    VARCHAR NOT NULL,
    respondent  INTEGER NOT NULL CHECK (respondent >= 1),
    intensity   INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 4),
    reliable    INTEGER CHECK (reliable BETWEEN 1 AND 4),
    supportive  INTEGER CHECK (supportive BETWEEN 1 AND 4),
    open        INTEGER CHECK (open BETWEEN 1 AND 4),
    power       INTEGER CHECK (power BETWEEN 1 AND 4),
    involvement INTEGER CHECK (involvement BETWEEN 1 AND 4),
    resources   INTEGER CHECK (resources BETWEEN 1 AND 4),
    batch       VARCHAR NOT NULL,
    example     BOOLEAN NOT NULL,
    PRIMARY KEY (round, sender, receiver, respondent),
    CHECK (sender <> receiver)
);

CREATE TABLE checklist (                -- one filled-in checklist of one respondent of a partner
    round      VARCHAR NOT NULL,
    partner    VARCHAR NOT NULL,
    respondent INTEGER NOT NULL CHECK (respondent >= 1),
    instrument VARCHAR NOT NULL,
    version    VARCHAR NOT NULL,
    answers    DOUBLE[] NOT NULL,
    batch      VARCHAR NOT NULL,
    example    BOOLEAN NOT NULL,
    PRIMARY KEY (round, partner, respondent, instrument)
);

CREATE TABLE erased (                   -- proof that the rows of a person were taken out
    person_hash VARCHAR NOT NULL,       -- SHA-256 of the key: not the key itself
    rows        INTEGER NOT NULL CHECK (rows >= 0),
    made_by     VARCHAR NOT NULL,
    made_at     TIMESTAMP NOT NULL
);

CREATE TABLE told (                     -- the last number that the public saw in a cell
    cell    VARCHAR PRIMARY KEY,
    count   INTEGER NOT NULL CHECK (count >= 0),
    told_at TIMESTAMP NOT NULL
);
