-- From the second shape of the record to the third. A column of no type keeps numbers as numbers and texts as texts.
ALTER TABLE batches RENAME COLUMN batch_id TO batch_number;
ALTER TABLE batches ADD COLUMN batch_id;
UPDATE batches SET batch_id=batch_number;
ALTER TABLE batches DROP COLUMN batch_number;
ALTER TABLE items ADD COLUMN store TEXT;
ALTER TABLE uploads ADD COLUMN region TEXT NOT NULL DEFAULT '';
DROP VIEW IF EXISTS uploads_told;
