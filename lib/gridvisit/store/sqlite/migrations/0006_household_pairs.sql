-- Pairs of neighbouring characters in the codes, names and addresses of households, folded, by
-- blocks of 64 ids: where a part of one is looked for, only blocks that have all of its pairs are
-- read. Made from the households and no fact of its own; a pair that no household of the block has
-- any longer, as after an erasure, is taken away.
CREATE TABLE household_pair (
  pair TEXT NOT NULL,
  block INTEGER NOT NULL,
  PRIMARY KEY (pair, block)
) STRICT, WITHOUT ROWID;
