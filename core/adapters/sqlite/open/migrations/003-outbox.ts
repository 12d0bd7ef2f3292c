/**
 * Mails, each with the message that caused it: at most one for each SKU. `message_id` is random, since `seq` comes again
 * in another file, and after a backup was restored.
 */
export const outbox = `
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES history (seq),
  sku TEXT NOT NULL,
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
`
