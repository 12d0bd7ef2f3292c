/** A message can be undone once. */
export const undo = `
ALTER TABLE history ADD COLUMN undoes INTEGER REFERENCES history (seq);
CREATE UNIQUE INDEX history_undone ON history (undoes) WHERE undoes IS NOT NULL;
`
