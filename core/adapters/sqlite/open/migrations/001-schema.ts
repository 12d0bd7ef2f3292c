// Texts that stand for "none" sort where none belongs, so that plain indexes give the orders of the domain:
// eta ''  in the warehouse, before every shipment;  due '~'  no due date, after every date;
// split_off  units that were ordered with the line, and are lines of their own by now;
// rank  the priority less than nothing, so that the highest is first; 10 less for a line that is pinned to its place.
export const schema = `
CREATE TABLE products (
  sku TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  batches INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  allocated_lines INTEGER NOT NULL,
  backordered_lines INTEGER NOT NULL,
  dispatched_lines INTEGER NOT NULL,
  cancelled_lines INTEGER NOT NULL,
  backordered_units INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batches (
  ref TEXT PRIMARY KEY,
  sku TEXT NOT NULL REFERENCES products (sku),
  qty INTEGER NOT NULL,
  allocated INTEGER NOT NULL CHECK (allocated >= 0),
  set_aside INTEGER NOT NULL CHECK (set_aside >= 0),
  room INTEGER AS (qty - allocated - set_aside) CHECK (room >= 0),
  eta TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX batches_by_preference ON batches (sku, eta, created);
CREATE INDEX batches_with_room ON batches (sku, eta, created) WHERE room > 0;
CREATE INDEX batches_by_room ON batches (sku, room, eta, created) WHERE room > 0;
CREATE INDEX batches_by_eta ON batches (eta) WHERE eta <> '';

CREATE TABLE lines (
  seq INTEGER PRIMARY KEY,
  sku TEXT NOT NULL REFERENCES products (sku),
  order_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  qty INTEGER NOT NULL CHECK (qty >= 1),
  split_off INTEGER NOT NULL DEFAULT 0 CHECK (split_off >= 0),
  due TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank BETWEEN -19 AND 0),
  customer TEXT,
  state TEXT NOT NULL CHECK (state IN ('allocated', 'backordered', 'dispatched', 'cancelled', 'withdrawn')),
  batch_ref TEXT REFERENCES batches (ref) DEFERRABLE INITIALLY DEFERRED,
  ordered INTEGER NOT NULL,
  allocated INTEGER,
  departed INTEGER NOT NULL CHECK (departed BETWEEN 0 AND (state = 'dispatched')),
  UNIQUE (order_id, sku, line),
  CHECK ((state IN ('allocated', 'dispatched')) = (batch_ref IS NOT NULL)),
  CHECK ((state IN ('allocated', 'dispatched')) = (allocated IS NOT NULL)),
  CHECK (rank >= -9 OR batch_ref IS NOT NULL)
) STRICT;
CREATE INDEX lines_by_protection ON lines (batch_ref, state, rank, due, allocated);
CREATE INDEX lines_by_urgency ON lines (sku, rank, due, ordered, qty) WHERE state = 'backordered';
CREATE INDEX lines_by_sku ON lines (sku);
CREATE INDEX lines_by_due ON lines (state, due);
CREATE INDEX lines_not_allocated ON lines (state) WHERE state <> 'allocated';

-- How many lines are late, by the day that they are due on and the one that their batch arrives on. Of lines in time, which
-- are most, nothing is written.
CREATE TABLE late_days (
  due TEXT NOT NULL,
  eta TEXT NOT NULL,
  lines INTEGER NOT NULL,
  PRIMARY KEY (due, eta)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER late_days_have_lines AFTER UPDATE ON late_days WHEN new.lines = 0 BEGIN
  DELETE FROM late_days WHERE due = new.due AND eta = new.eta;
END;

-- Search is indexed 256 rows at a time, which costs a fraction of one by one: no row is ever deleted, sequences have no gaps,
-- and what is searched for never changes. The view holds the rows that are not indexed yet.
CREATE VIRTUAL TABLE line_search USING fts5 (
  words, content = '', columnsize = 0, detail = none, tokenize = 'trigram'
);
CREATE VIRTUAL TABLE line_trigrams USING fts5vocab(line_search, 'instance');
CREATE TRIGGER lines_are_searchable AFTER INSERT ON lines WHEN new.seq % 256 = 0 BEGIN
  INSERT INTO line_search (rowid, words)
  SELECT seq, order_id || ' ' || sku FROM lines WHERE seq BETWEEN new.seq - 255 AND new.seq;
END;
CREATE VIEW recent_lines AS SELECT * FROM lines WHERE seq > (SELECT max(seq) / 256 * 256 FROM lines);

-- A message has a time, in milliseconds since 1970, UTC, and its results. It may be part of another, such as an import, and may
-- undo another. The events that it caused follow it; nth counts them, and is 0 for the message itself.
-- An event is stored without repeating itself: its shape, which is a number that also tells its type; what it is found by, in
-- columns of their own; and a list of its other values. The column event has all of it, and the app reads that.
CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  nth INTEGER NOT NULL,
  at INTEGER,
  by TEXT,
  part_of INTEGER REFERENCES history (seq),
  undoes INTEGER REFERENCES history (seq),
  results TEXT,
  shape INTEGER NOT NULL,
  sku TEXT,
  batch_ref TEXT,
  order_id TEXT,
  details TEXT NOT NULL,
  cause INTEGER AS (iif(nth = 0, NULL, seq - nth)),
  event TEXT AS (json_array(shape, sku, batch_ref, order_id, undoes, json(details))),
  CHECK ((nth = 0) = (at IS NOT NULL)),
  CHECK ((nth = 0) = (results IS NOT NULL))
) STRICT;
CREATE INDEX history_parts ON history (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX history_undoing ON history (undoes) WHERE undoes IS NOT NULL;
-- Of each StockAdjusted: what caused it, its reason, and the units that the batch holds less than before.
CREATE INDEX history_losses ON history (seq, cause, details ->> 3, (details ->> 1) - (details ->> 2)) WHERE shape = 20;

-- The id of a message, when its client gave one: the 16 bytes of a UUID, or any other text.
CREATE TABLE message_ids (
  id ANY PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES history (seq)
) STRICT, WITHOUT ROWID;

-- The messages that were undone, and not by an undo that was undone itself.
CREATE TABLE undone (message INTEGER PRIMARY KEY REFERENCES history (seq)) STRICT;

CREATE VIRTUAL TABLE history_search USING fts5 (
  words, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
CREATE TRIGGER history_is_searchable AFTER INSERT ON history WHEN new.seq % 256 = 0 BEGIN
  INSERT INTO history_search (rowid, words)
  SELECT seq, iif(sku IS NULL, '', 'sku' || hex(sku)) || iif(batch_ref IS NULL, '', ' batch' || hex(batch_ref)) ||
    iif(order_id IS NULL, '', ' order' || hex(order_id)) || iif(cause IS NULL, ' message kind' || shape ||
      iif(part_of IS NULL, ' whole', '') || iif(by IS NULL, '', ' by' || hex(by)), '')
  FROM history WHERE seq BETWEEN new.seq - 255 AND new.seq;
END;
CREATE VIEW recent_history AS SELECT * FROM history WHERE seq > (SELECT max(seq) / 256 * 256 FROM history);

CREATE TRIGGER history_is_never_updated BEFORE UPDATE ON history BEGIN
  SELECT raise(ABORT, 'history is append-only');
END;
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history BEGIN
  SELECT raise(ABORT, 'history is append-only');
END;
CREATE TRIGGER message_ids_are_never_updated BEFORE UPDATE ON message_ids BEGIN
  SELECT raise(ABORT, 'history is append-only');
END;
CREATE TRIGGER message_ids_are_never_deleted BEFORE DELETE ON message_ids BEGIN
  SELECT raise(ABORT, 'history is append-only');
END;

-- origin: the message, or the one that it is part of, such as an import. repeated: of the same origin, the SKU was said to
-- be out of stock before; lists leave it out.
CREATE TABLE notices (
  seq INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES history (seq),
  origin INTEGER NOT NULL REFERENCES history (seq),
  repeated INTEGER NOT NULL DEFAULT 0 CHECK (repeated BETWEEN 0 AND (kind = 'outOfStock')),
  kind TEXT NOT NULL,
  order_id TEXT,
  line INTEGER,
  sku TEXT NOT NULL,
  qty INTEGER,
  from_ref TEXT,
  to_ref TEXT,
  reason TEXT
) STRICT;
CREATE INDEX notices_by_message ON notices (message);
CREATE INDEX notices_by_kind ON notices (kind) WHERE repeated = 0;
CREATE INDEX notices_by_origin ON notices (origin) WHERE repeated = 0;
CREATE INDEX notices_by_origin_and_kind ON notices (origin, kind) WHERE repeated = 0;
CREATE UNIQUE INDEX notices_out_of_stock ON notices (origin, sku) WHERE kind = 'outOfStock' AND repeated = 0;
CREATE INDEX notices_by_sku ON notices (sku);
CREATE INDEX notices_by_order ON notices (order_id);

-- How many notices of each kind an origin has, and the newest of them: an import may have very many.
CREATE TABLE notice_groups (
  origin INTEGER PRIMARY KEY REFERENCES history (seq),
  newest INTEGER NOT NULL REFERENCES notices (seq),
  reallocated INTEGER NOT NULL,
  backordered INTEGER NOT NULL,
  filled INTEGER NOT NULL,
  late INTEGER NOT NULL,
  not_restored INTEGER NOT NULL,
  out_of_stock INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX notice_groups_by_newest ON notice_groups (newest);
CREATE TRIGGER notices_are_grouped AFTER INSERT ON notices WHEN new.repeated = 0 BEGIN
  INSERT INTO notice_groups VALUES (
    new.origin, new.seq, new.kind = 'reallocated', new.kind = 'backordered', new.kind = 'filled', new.kind = 'late',
    new.kind = 'notRestored', new.kind = 'outOfStock'
  ) ON CONFLICT (origin) DO UPDATE SET
    newest = excluded.newest, reallocated = reallocated + excluded.reallocated,
    backordered = backordered + excluded.backordered, filled = filled + excluded.filled, late = late + excluded.late,
    not_restored = not_restored + excluded.not_restored, out_of_stock = out_of_stock + excluded.out_of_stock;
END;

-- Up to which notice each person has read; '': nobody was named.
CREATE TABLE notices_read (person TEXT PRIMARY KEY, up_to INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What people made of a group of notices. given: to whom; null: to nobody. acknowledged: the newest notice that was seen then,
-- so that a later one opens it again; null: it is open.
CREATE TABLE notice_work (
  origin INTEGER PRIMARY KEY REFERENCES notice_groups (origin),
  given TEXT,
  acknowledged INTEGER,
  acknowledged_by TEXT,
  note TEXT
) STRICT;
CREATE INDEX notice_work_given ON notice_work (given, origin) WHERE given IS NOT NULL;

-- The notices of lines that lost their place to a later one, or to none: when each arrived, or '~' where the line came to wait.
CREATE TABLE gave_way (
  notice INTEGER PRIMARY KEY REFERENCES notices (seq),
  from_eta TEXT NOT NULL,
  to_eta TEXT NOT NULL,
  CHECK (from_eta < to_eta)
) STRICT;

-- Mails, each with the message that caused it: at most one for each SKU; of a report, one without. message_id is random, since seq comes again in
-- another file, and after a backup was restored.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES history (seq),
  sku TEXT,
  message_id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt TEXT,
  failure TEXT,
  detail TEXT,
  UNIQUE (message, sku),
  CHECK ((state = 'waiting') = (next_attempt IS NOT NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (next_attempt, seq) WHERE state = 'waiting';
CREATE INDEX outbox_by_sku ON outbox (sku);
CREATE INDEX outbox_by_state ON outbox (state);

-- Count sheets. A difference beyond the units, or beyond the percentage, asks for a second count; null: none does.
CREATE TABLE sheets (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  person TEXT,
  blind INTEGER NOT NULL CHECK (blind BETWEEN 0 AND 1),
  recount_units INTEGER,
  recount_percent INTEGER,
  state TEXT NOT NULL CHECK (state IN ('open', 'posted', 'closed')),
  version INTEGER NOT NULL,
  changes INTEGER NOT NULL
) STRICT;

-- The batches of a sheet, in their order: created tells a batch from a later one of the same reference. agreed: the difference
-- that its counts agree upon. posted: the one that was posted; null while the sheet is not, or when it was left out.
CREATE TABLE sheet_lines (
  sheet INTEGER NOT NULL REFERENCES sheets (seq),
  place INTEGER NOT NULL,
  ref TEXT NOT NULL,
  sku TEXT NOT NULL REFERENCES products (sku),
  created INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('uncounted', 'recount', 'agreed')),
  agreed INTEGER CHECK ((agreed IS NULL) = (state <> 'agreed')),
  posted INTEGER,
  PRIMARY KEY (sheet, place),
  UNIQUE (sheet, ref)
) STRICT, WITHOUT ROWID;

-- difference: to what the batch held at that moment.
CREATE TABLE sheet_counts (
  sheet INTEGER NOT NULL,
  place INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  by TEXT,
  qty INTEGER NOT NULL CHECK (qty >= 0),
  difference INTEGER NOT NULL,
  PRIMARY KEY (sheet, place, nth),
  FOREIGN KEY (sheet, place) REFERENCES sheet_lines (sheet, place)
) STRICT, WITHOUT ROWID;
`
