/// The schema as an append-only list of migrations; a released entry is never edited.
package enum Schema {
  package static let steps: [Migration] = [
    Migration(1, "people", peopleSQL),
    Migration(2, "learning", learningSQL),
    Migration(3, "contests", contestSQL),
    Migration(4, "attempts", attemptSQL),
    Migration(5, "certificates and audit", recordSQL),
    Migration(6, "when sessions were last seen", seenSQL),
    Migration(7, "ended attempts filed whole", filedSQL),
    Migration(8, "second factors", secondFactorSQL),
    Migration(9, "which unit holds a bank", bankHoldingSQL),
    Migration(10, "public reasons of revocations", publicReasonSQL),
    Migration(11, "answers that came after the end", lateSQL),
    Migration(12, "checkpoints passed", passedSQL),
    Migration(13, "imports that can be undone", importSQL),
  ]
}

private let peopleSQL: StaticString = """
  CREATE TABLE unit (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    parent BLOB REFERENCES unit (id),
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER,
    successor BLOB REFERENCES unit (id),
    headcount INTEGER CHECK (headcount >= 0)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE person (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    unit BLOB NOT NULL REFERENCES unit (id),
    birth_year INTEGER,
    code TEXT,
    username TEXT UNIQUE,
    may_be_named INTEGER NOT NULL DEFAULT 0,
    registered_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX person_by_unit ON person (unit, code);
  CREATE TABLE password (
    person BLOB PRIMARY KEY REFERENCES person (id),
    hash TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE card (
    secret BLOB PRIMARY KEY CHECK (length(secret) = 32),
    person BLOB NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX card_by_person ON card (person);
  CREATE TABLE session (
    token BLOB PRIMARY KEY CHECK (length(token) = 32),
    person BLOB NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_by_person ON session (person);
  """

private let learningSQL: StaticString = """
  CREATE TABLE cohort (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    unit BLOB NOT NULL REFERENCES unit (id),
    course TEXT,
    due_at INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (unit, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE enrolment (
    cohort BLOB NOT NULL REFERENCES cohort (id),
    person BLOB NOT NULL REFERENCES person (id),
    membership TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    PRIMARY KEY (cohort, person)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX enrolment_by_person ON enrolment (person);
  CREATE TABLE completion (
    person BLOB NOT NULL REFERENCES person (id),
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    course_digest BLOB NOT NULL,
    completed_at INTEGER NOT NULL,
    right_answers INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    PRIMARY KEY (person, course, lesson)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE credit (
    person BLOB NOT NULL REFERENCES person (id),
    course TEXT NOT NULL,
    module TEXT NOT NULL,
    periods INTEGER NOT NULL,
    credited_at INTEGER NOT NULL,
    PRIMARY KEY (person, course, module)
  ) STRICT, WITHOUT ROWID;
  """

private let contestSQL: StaticString = """
  CREATE TABLE question_version (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    question TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE bank (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE bank_item (
    bank BLOB NOT NULL REFERENCES bank (digest),
    position INTEGER NOT NULL,
    version BLOB NOT NULL REFERENCES question_version (digest),
    PRIMARY KEY (bank, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE contest (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    course TEXT,
    module TEXT,
    unit BLOB NOT NULL REFERENCES unit (id),
    sheet TEXT NOT NULL,
    bank BLOB NOT NULL REFERENCES bank (digest),
    created_at INTEGER NOT NULL,
    published_at INTEGER,
    UNIQUE (course, module, bank)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE contest_round (
    contest BLOB NOT NULL REFERENCES contest (id),
    round INTEGER NOT NULL,
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    settled_at INTEGER,
    attempts INTEGER,
    persons INTEGER,
    attempts_all_correct INTEGER,
    persons_all_correct INTEGER,
    actual INTEGER,
    PRIMARY KEY (contest, round),
    CHECK (opens < closes)
  ) STRICT, WITHOUT ROWID;
  """

private let attemptSQL: StaticString = """
  CREATE TABLE attempt (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    contest BLOB NOT NULL REFERENCES contest (id),
    round INTEGER NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    number INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    deadline INTEGER NOT NULL,
    closed_at INTEGER,
    by_deadline INTEGER,
    points INTEGER,
    correct_items INTEGER,
    all_correct INTEGER,
    prediction INTEGER,
    time_used INTEGER,
    last_change_at INTEGER,
    UNIQUE (person, contest, round, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX attempt_overdue ON attempt (deadline) WHERE closed_at IS NULL;
  CREATE INDEX attempt_by_round ON attempt (contest, round);
  CREATE TABLE step (
    attempt BLOB NOT NULL REFERENCES attempt (id),
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (attempt, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE journal (
    place INTEGER PRIMARY KEY,
    attempt BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    digest BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER step_is_append_only BEFORE UPDATE ON step
  BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
  CREATE TABLE standing (
    contest BLOB NOT NULL,
    round INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    attempt BLOB NOT NULL REFERENCES attempt (id),
    person BLOB NOT NULL REFERENCES person (id),
    distance INTEGER,
    decided_by TEXT,
    PRIMARY KEY (contest, round, position),
    UNIQUE (contest, round, person)
  ) STRICT, WITHOUT ROWID;
  """

private let recordSQL: StaticString = """
  CREATE TABLE certificate (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    holder TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    course TEXT NOT NULL,
    title_vi TEXT NOT NULL,
    title_en TEXT NOT NULL,
    periods INTEGER NOT NULL,
    cohort BLOB REFERENCES cohort (id),
    issued_at INTEGER NOT NULL,
    year INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    revoked_at INTEGER,
    revocation_reason TEXT,
    UNIQUE (year, entry),
    UNIQUE (person, course, issued_at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX certificate_by_cohort ON certificate (cohort);
  CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor BLOB,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    detail TEXT NOT NULL,
    digest BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  """

private let seenSQL: StaticString = """
  ALTER TABLE session ADD COLUMN seen_at INTEGER;
  CREATE INDEX session_by_end ON session (expires_at);
  """

private let filedSQL: StaticString = """
  INSERT INTO step (attempt, sequence, at, action, digest)
  SELECT attempt, sequence, at, action, digest FROM journal ORDER BY attempt, sequence;
  DELETE FROM journal;
  """

private let secondFactorSQL: StaticString = """
  CREATE TABLE second_factor (
    person BLOB PRIMARY KEY REFERENCES person (id),
    secret BLOB NOT NULL CHECK (length(secret) = 20),
    proposed_at INTEGER NOT NULL,
    proposed_in BLOB NOT NULL CHECK (length(proposed_in) = 32),
    confirmed_at INTEGER,
    last_step INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE recovery_code (
    secret BLOB PRIMARY KEY CHECK (length(secret) = 32),
    person BLOB NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX recovery_code_by_person ON recovery_code (person);
  """

// What was there before belongs to the units of the contests drawn from it, and otherwise to the
// units on top: those who could use it before and saw everything.
private let bankHoldingSQL: StaticString = """
  CREATE TABLE bank_holding (
    unit BLOB NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    bank BLOB NOT NULL REFERENCES bank (digest),
    added_at INTEGER NOT NULL,
    PRIMARY KEY (unit, name, bank)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bank_holding_by_name ON bank_holding (name);
  CREATE INDEX bank_holding_by_bank ON bank_holding (bank);
  CREATE INDEX bank_item_by_version ON bank_item (version);
  CREATE INDEX contest_by_bank ON contest (bank);
  INSERT INTO bank_holding (unit, name, bank, added_at)
    SELECT DISTINCT c.unit, b.name, b.digest, b.created_at
    FROM contest c JOIN bank b ON b.digest = c.bank;
  INSERT INTO bank_holding (unit, name, bank, added_at)
    SELECT u.id, b.name, b.digest, b.created_at
    FROM bank b JOIN unit u ON u.parent IS NULL
    WHERE NOT EXISTS (SELECT 1 FROM bank_holding h WHERE h.bank = b.digest);
  """

/// Reasons written before this stay internal: nobody was told that they would be public.
private let publicReasonSQL: StaticString = """
  ALTER TABLE certificate ADD COLUMN public_reason TEXT NOT NULL DEFAULT '';
  """

private let lateSQL: StaticString = """
  CREATE TABLE late_delivery (
    attempt BLOB NOT NULL REFERENCES attempt (id),
    number INTEGER NOT NULL,
    action TEXT NOT NULL,
    chosen_at INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (attempt, number),
    UNIQUE (attempt, action)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER late_delivery_is_append_only BEFORE UPDATE ON late_delivery
  BEGIN SELECT RAISE(ABORT, 'late deliveries are append-only'); END;
  CREATE TRIGGER late_delivery_is_kept BEFORE DELETE ON late_delivery
  BEGIN SELECT RAISE(ABORT, 'late deliveries are append-only'); END;
  """

/// What was recognised by the rules of its day stays recognised.
///
/// Every completion there is counts as passed, whatever its score; which questions were right
/// nobody wrote down then.
private let passedSQL: StaticString = """
  ALTER TABLE completion ADD COLUMN passed_at INTEGER;
  ALTER TABLE completion ADD COLUMN mastered TEXT NOT NULL DEFAULT '';
  ALTER TABLE completion ADD COLUMN tries INTEGER NOT NULL DEFAULT 1;
  UPDATE completion SET passed_at = completed_at;
  """

private let importSQL: StaticString = """
  CREATE TABLE personal_number (
    person BLOB PRIMARY KEY REFERENCES person (id),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    tail TEXT NOT NULL CHECK (length(tail) = 4)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX personal_number_by_digest ON personal_number (digest);
  CREATE TABLE import_run (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    unit BLOB NOT NULL REFERENCES unit (id),
    cohort BLOB REFERENCES cohort (id),
    actor BLOB,
    made_at INTEGER NOT NULL,
    undone_at INTEGER,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE import_entry (
    run BLOB NOT NULL REFERENCES import_run (id),
    person BLOB NOT NULL,
    name TEXT NOT NULL,
    unit BLOB NOT NULL,
    birth_year INTEGER,
    code TEXT,
    username TEXT,
    old_name TEXT,
    old_unit BLOB,
    old_birth_year INTEGER,
    old_code TEXT,
    old_username TEXT,
    is_enrolled INTEGER NOT NULL,
    number BLOB,
    old_number BLOB,
    old_tail TEXT,
    PRIMARY KEY (run, person)
  ) STRICT, WITHOUT ROWID;
  -- Whoever is taken away again is looked for by every key that points at them.
  CREATE INDEX unit_by_parent ON unit (parent);
  CREATE INDEX unit_by_successor ON unit (successor);
  CREATE INDEX standing_by_person ON standing (person);
  CREATE TABLE import_class (
    run BLOB NOT NULL REFERENCES import_run (id),
    unit BLOB NOT NULL,
    PRIMARY KEY (run, unit)
  ) STRICT, WITHOUT ROWID;
  """
