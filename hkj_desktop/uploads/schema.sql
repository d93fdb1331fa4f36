-- The record of uploads. Every step is written before it is taken. No key is ever in here.
CREATE TABLE IF NOT EXISTS uploads (
    id            TEXT PRIMARY KEY,
    destination   TEXT NOT NULL,
    profile_id    TEXT NOT NULL,
    profile_name  TEXT NOT NULL,
    base_url      TEXT NOT NULL,
    account       TEXT NOT NULL DEFAULT '',                         -- whose key it went with (entries.Target)
    region        TEXT NOT NULL DEFAULT '',                         -- of the address, where the system has such
    seq           INTEGER NOT NULL DEFAULT 0,                       -- which came later, whatever the clock says
    file_name     TEXT NOT NULL,
    file_path     TEXT NOT NULL,
    format        TEXT NOT NULL,
    products      INTEGER NOT NULL CHECK (products >= 0),           -- in the file
    left_out      INTEGER NOT NULL CHECK (left_out >= 0),           -- not sent, because of their problems
    unchanged     INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0), -- not sent, because the shop has them so already
    via           TEXT NOT NULL DEFAULT 'auto'                      -- the way that was asked for
        CHECK (via IN ('auto', 'bulk', 'events')),
    reverts       TEXT,                                             -- the upload that this one puts back
    created       REAL NOT NULL CHECK (typeof(created) = 'real'),   -- seconds since 1970
    changed       REAL NOT NULL CHECK (typeof(changed) = 'real'),
    outcome       TEXT                                              -- NULL while it is under way
        CHECK (outcome IN ('done', 'failed', 'cancelled', 'unknown')),
    error_code    TEXT,
    error_params  TEXT CHECK (json_type(error_params) = 'object')   -- JSON
);
CREATE TABLE IF NOT EXISTS batches (
    upload_id      TEXT NOT NULL REFERENCES uploads(id) ON DELETE CASCADE,
    n              INTEGER NOT NULL,     -- from 0
    state          TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'taken', 'settled', 'refused', 'lost')),
    body           TEXT NOT NULL,        -- file name in the outbox
    size           INTEGER NOT NULL,     -- bytes
    products       INTEGER NOT NULL,     -- in the body
    batch_id,                            -- the shop's: a number or a text, kept as it is
    status         TEXT,                 -- the shop's word
    total_rows     INTEGER,
    processed_rows INTEGER,
    error_rows     INTEGER,
    error_kind     TEXT,
    error_summary  TEXT,
    retriable      INTEGER,
    via            TEXT NOT NULL DEFAULT 'bulk' CHECK (via IN ('bulk', 'events')),
    learned        INTEGER NOT NULL DEFAULT 0,  -- whether what the shop accepted of it stands in known
    PRIMARY KEY (upload_id, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS items (
    upload_id  TEXT NOT NULL REFERENCES uploads(id) ON DELETE CASCADE,
    n          INTEGER NOT NULL,         -- the batch in which it was last sent, or is to be
    position   INTEGER NOT NULL,         -- in the batch, from 0
    product    INTEGER NOT NULL,         -- number in the file, from 1
    row        INTEGER NOT NULL,         -- as Excel shows it
    sku        TEXT,
    title_en   TEXT,
    title_ar   TEXT,
    fils       INTEGER,                  -- the price that was sent
    fate       TEXT NOT NULL DEFAULT 'planned' CHECK (fate IN ('planned', 'accepted', 'rejected', 'unknown')),
    message    TEXT,                     -- the shop's words
    key        TEXT,                     -- its natural key, as sku:A-1; NULL where it has none
    store      TEXT,                     -- NULL where the system knows no stores
    PRIMARY KEY (upload_id, n, position)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS uploads_created ON uploads(created);
CREATE INDEX IF NOT EXISTS items_fate ON items(upload_id, fate);
CREATE INDEX IF NOT EXISTS uploads_open ON uploads(outcome) WHERE outcome IS NULL;
-- What each shop last accepted from this computer, product by product.
CREATE TABLE IF NOT EXISTS known (
    shop        TEXT NOT NULL,           -- entries.Target.shop
    key         TEXT NOT NULL,
    seq         INTEGER NOT NULL,        -- of the upload that sent it
    fingerprint INTEGER NOT NULL,        -- of content
    fils        INTEGER,                 -- its price
    content     BLOB NOT NULL,           -- the product as it was sent, JSON
    at          REAL NOT NULL,           -- seconds since 1970
    PRIMARY KEY (shop, key)
);
-- Comparing reads keys and fingerprints alone, and so never the contents.
CREATE INDEX IF NOT EXISTS known_prints ON known(shop, key, fingerprint, at, fils);
-- Makes fingerprints of keys that are of no use elsewhere.
CREATE TABLE IF NOT EXISTS salt (value BLOB NOT NULL);
INSERT INTO salt SELECT randomblob(16) WHERE NOT EXISTS (SELECT 1 FROM salt);
-- What each upload changed: the product as the shop had it before, NULL where it was new, and as the upload left it.
CREATE TABLE IF NOT EXISTS changes (
    upload_id  TEXT NOT NULL REFERENCES uploads(id) ON DELETE CASCADE,
    key        TEXT NOT NULL,
    before     BLOB,
    after      BLOB NOT NULL,
    PRIMARY KEY (upload_id, key)
);
-- An upload with what became of its products.
CREATE VIEW IF NOT EXISTS uploads_told AS
    SELECT u.*, u.rowid AS at,
        (SELECT count(*) FROM items i WHERE i.upload_id=u.id AND i.fate='planned')  AS planned,
        (SELECT count(*) FROM items i WHERE i.upload_id=u.id AND i.fate='accepted') AS accepted,
        (SELECT count(*) FROM items i WHERE i.upload_id=u.id AND i.fate='rejected') AS rejected,
        (SELECT count(*) FROM items i WHERE i.upload_id=u.id AND i.fate='unknown')  AS unknown
    FROM uploads u;
