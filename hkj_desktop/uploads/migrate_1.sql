-- From the first shape of the record to the second; schema.sql makes what is new as a whole.
ALTER TABLE uploads ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE uploads ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
UPDATE uploads SET seq=rowid;
ALTER TABLE uploads ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0);
ALTER TABLE uploads ADD COLUMN via TEXT NOT NULL DEFAULT 'auto' CHECK (via IN ('auto', 'bulk', 'events'));
ALTER TABLE uploads ADD COLUMN reverts TEXT;
ALTER TABLE batches ADD COLUMN via TEXT NOT NULL DEFAULT 'bulk' CHECK (via IN ('bulk', 'events'));
ALTER TABLE batches ADD COLUMN learned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN key TEXT;
DROP VIEW uploads_told;
