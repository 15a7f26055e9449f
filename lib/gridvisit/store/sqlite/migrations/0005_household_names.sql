-- Names are looked for among all households without reading the rest of them. SQLite itself keeps
-- the index as the names are; a name that is erased is erased here too.
CREATE INDEX household_by_name ON household (name, code);
