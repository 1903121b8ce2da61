-- Everything about a thematic analysis, in one file. Nothing is changed in place but where a row says until when it
-- stood; moments are in UTC, days are dates, both as ISO 8601 writes them. A guid is what other tools know a thing by.

CREATE TABLE project (
    guid TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE coder (
    coder_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

-- What was done, by whom and when, in words; never changed.
CREATE TABLE log (
    log_id INTEGER PRIMARY KEY,
    did TEXT NOT NULL,
    coder_id INTEGER REFERENCES coder,
    done_at TEXT NOT NULL
) STRICT;

-- A case review: several documents may report one, and it may concern several children and incidents.
CREATE TABLE review (
    review_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    area TEXT NOT NULL DEFAULT '',
    published_on TEXT,
    attributes TEXT NOT NULL DEFAULT '{}'  -- JSON: further columns of the sheet of attributes, as written
) STRICT;

CREATE TABLE child (
    child_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    review_id INTEGER NOT NULL REFERENCES review,
    label TEXT NOT NULL,  -- as the review calls the child: Child A
    born_on TEXT,
    UNIQUE (review_id, label)
) STRICT;

CREATE TABLE incident (
    incident_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    review_id INTEGER NOT NULL REFERENCES review,
    label TEXT NOT NULL,
    occurred_on TEXT,  -- 2010-05-04, or as far as known: 2010-05, 2010
    kind TEXT NOT NULL DEFAULT '',
    UNIQUE (review_id, label)
) STRICT;

-- A child that an incident concerns, with the age that the review states where it gives no dates.
CREATE TABLE child_in_incident (
    child_id INTEGER NOT NULL REFERENCES child,
    incident_id INTEGER NOT NULL REFERENCES incident,
    stated_age TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (child_id, incident_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    document_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    review_id INTEGER REFERENCES review,
    name TEXT NOT NULL UNIQUE,  -- of the file
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    original BLOB NOT NULL,
    added_at TEXT NOT NULL
) STRICT;

-- What a reader made of a document; the newest is the one that counts.
CREATE TABLE reading (
    reading_id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document,
    text TEXT NOT NULL,
    title TEXT NOT NULL,
    notes TEXT NOT NULL,  -- JSON: sentences
    reader TEXT NOT NULL,  -- which version of the reader
    read_at TEXT NOT NULL
) STRICT;
CREATE INDEX reading_of_document ON reading (document_id);

CREATE TABLE page (
    reading_id INTEGER NOT NULL REFERENCES reading,
    number INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (reading_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (
    block_id INTEGER PRIMARY KEY,
    reading_id INTEGER NOT NULL REFERENCES reading,
    position INTEGER NOT NULL,  -- from 1
    kind TEXT NOT NULL,
    spans TEXT NOT NULL,  -- JSON: [[start, end], ...]
    page INTEGER NOT NULL,
    number TEXT NOT NULL,
    level INTEGER NOT NULL,
    UNIQUE (reading_id, position)
) STRICT;

-- The words of the blocks of each document's newest reading; rowid is block_id.
CREATE VIRTUAL TABLE block_words USING fts5 (words, tokenize = 'porter unicode61');

-- What a block means to the model that the extra `meaning` reads: numbers of half precision, where somebody asked.
CREATE TABLE block_meaning (
    block_id INTEGER PRIMARY KEY REFERENCES block,
    model TEXT NOT NULL,
    vector BLOB NOT NULL
) STRICT;

CREATE TABLE theme_book (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    why TEXT NOT NULL,
    coder_id INTEGER NOT NULL REFERENCES coder,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE theme (
    version INTEGER NOT NULL REFERENCES theme_book,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,  -- what codings say, the same from version to version
    guid TEXT NOT NULL,  -- likewise
    parent TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    definition TEXT NOT NULL DEFAULT '',
    include TEXT NOT NULL DEFAULT '',
    exclude TEXT NOT NULL DEFAULT '',
    example TEXT NOT NULL DEFAULT '',
    lesson TEXT NOT NULL DEFAULT '',
    colour TEXT NOT NULL DEFAULT '',
    takes_in TEXT NOT NULL DEFAULT '[]',  -- JSON: codes of earlier themes whose codings count as this one's
    PRIMARY KEY (version, code)
) STRICT, WITHOUT ROWID;

-- A stretch of a document, anchored by its words and what stands around them.
CREATE TABLE passage (
    passage_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    document_id INTEGER NOT NULL REFERENCES document,
    quote TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
CREATE INDEX passage_of_document ON passage (document_id);

-- Where a passage stands in a reading; start and end are null where it was lost.
CREATE TABLE anchor (
    passage_id INTEGER NOT NULL REFERENCES passage,
    reading_id INTEGER NOT NULL REFERENCES reading,
    "start" INTEGER,
    "end" INTEGER,
    how TEXT NOT NULL CHECK (how IN ('made', 'same place', 'moved', 'nearly', 'lost')),
    likeness REAL NOT NULL DEFAULT 1,  -- of what stands there to the quote, from 0 to 1
    PRIMARY KEY (passage_id, reading_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE coding (
    coding_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    passage_id INTEGER NOT NULL REFERENCES passage,
    theme TEXT NOT NULL,
    coder_id INTEGER NOT NULL REFERENCES coder,
    made_at TEXT NOT NULL,
    suggestion_id INTEGER REFERENCES suggestion,  -- where a person accepted what the machine suggested
    withdrawn_at TEXT,
    withdrawn_by INTEGER REFERENCES coder,
    withdrawn_why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX coding_of_passage ON coding (passage_id);

-- The children whom a coding is about; none means every child of the review.
CREATE TABLE coding_child (
    coding_id INTEGER NOT NULL REFERENCES coding,
    child_id INTEGER NOT NULL REFERENCES child,
    PRIMARY KEY (coding_id, child_id)
) STRICT, WITHOUT ROWID;

-- A theme in a document as a whole; the newest of a coder counts. Without a child it is about every child.
CREATE TABLE assessment (
    assessment_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    document_id INTEGER NOT NULL REFERENCES document,
    child_id INTEGER REFERENCES child,
    theme TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('present', 'absent', 'not assessed')),
    why TEXT NOT NULL DEFAULT '',  -- for a theme that is present without a passage
    coder_id INTEGER NOT NULL REFERENCES coder,
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_of_document ON assessment (document_id);

-- A coder has read all of a document for every theme of a version: a theme without a passage is absent from it.
CREATE TABLE finished (
    document_id INTEGER NOT NULL REFERENCES document,
    coder_id INTEGER NOT NULL REFERENCES coder,
    version INTEGER NOT NULL REFERENCES theme_book,
    finished_at TEXT NOT NULL,
    PRIMARY KEY (document_id, coder_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE memo (
    memo_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    about TEXT NOT NULL CHECK (about IN ('project', 'review', 'document', 'theme', 'passage', 'coding', 'message')),
    about_key TEXT NOT NULL,  -- the id of that row, or the code of the theme
    words TEXT NOT NULL,
    coder_id INTEGER NOT NULL REFERENCES coder,
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX memo_about ON memo (about, about_key);

-- Double coding: documents handed to several coders, who do not see each other's work until all have locked theirs.
CREATE TABLE coding_round (
    round_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    share REAL NOT NULL,  -- of the documents, over 0 and up to 1
    seed INTEGER NOT NULL,
    strata TEXT NOT NULL,  -- JSON: by what it was stratified
    version INTEGER NOT NULL REFERENCES theme_book,
    coder_id INTEGER NOT NULL REFERENCES coder,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE assignment (
    round_id INTEGER NOT NULL REFERENCES coding_round,
    document_id INTEGER NOT NULL REFERENCES document,
    coder_id INTEGER NOT NULL REFERENCES coder,
    locked_at TEXT,
    PRIMARY KEY (round_id, document_id, coder_id)
) STRICT, WITHOUT ROWID;

-- What was settled where coders differed over a document or a paragraph of it; the codings themselves stay.
CREATE TABLE adjudication (
    adjudication_id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document,
    passage_id INTEGER REFERENCES passage,  -- the paragraph's words; null: the document as a whole
    theme TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('present', 'absent')),
    why TEXT NOT NULL,
    coder_id INTEGER NOT NULL REFERENCES coder,
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX adjudication_of_document ON adjudication (document_id);

-- What the machine suggests: never counted. A person accepts it, and so makes a coding, or declines it.
CREATE TABLE suggestion (
    suggestion_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    document_id INTEGER NOT NULL REFERENCES document,
    reading_id INTEGER NOT NULL REFERENCES reading,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    theme TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('words', 'alike', 'meaning')),
    score REAL NOT NULL,
    why TEXT NOT NULL,  -- a sentence
    made_at TEXT NOT NULL,
    decided TEXT NOT NULL DEFAULT '' CHECK (decided IN ('', 'accepted', 'declined')),
    decided_by INTEGER REFERENCES coder,
    decided_at TEXT
) STRICT;
CREATE INDEX suggestion_of_document ON suggestion (document_id);

-- A recurring message: a statement that themes bear out in a cohort, so that "too many" is n of N.
CREATE TABLE message (
    message_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    statement TEXT NOT NULL,
    scheme TEXT NOT NULL DEFAULT '',
    cohort TEXT NOT NULL DEFAULT '',
    themes_needed TEXT NOT NULL DEFAULT 'any' CHECK (themes_needed IN ('any', 'all')),
    coder_id INTEGER NOT NULL REFERENCES coder,
    made_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT;

CREATE TABLE message_theme (
    message_id INTEGER NOT NULL REFERENCES message,
    theme TEXT NOT NULL,
    PRIMARY KEY (message_id, theme)
) STRICT, WITHOUT ROWID;

-- A review that somebody named as bearing a message out, or as a counter-example, with why.
CREATE TABLE message_review (
    message_id INTEGER NOT NULL REFERENCES message,
    review_id INTEGER NOT NULL REFERENCES review,
    bearing TEXT NOT NULL CHECK (bearing IN ('supports', 'counter-example')),
    passage_id INTEGER REFERENCES passage,
    why TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (message_id, review_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE implication (
    implication_id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    audience TEXT NOT NULL,
    action TEXT NOT NULL,
    theme TEXT NOT NULL DEFAULT '',
    message_id INTEGER REFERENCES message,
    lesson TEXT NOT NULL DEFAULT '',
    coder_id INTEGER NOT NULL REFERENCES coder,
    made_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT;

CREATE TABLE implication_source (
    implication_id INTEGER NOT NULL REFERENCES implication,
    passage_id INTEGER NOT NULL REFERENCES passage,
    PRIMARY KEY (implication_id, passage_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW newest_reading AS
SELECT * FROM reading WHERE reading_id IN (SELECT max(reading_id) FROM reading GROUP BY document_id);

-- Coders whose work on a document nobody else may see yet: some coder of its round has not locked.
CREATE VIEW sealed AS
SELECT DISTINCT mine.document_id, mine.coder_id
FROM assignment AS mine
WHERE EXISTS (
    SELECT 1 FROM assignment AS open
    WHERE open.round_id = mine.round_id AND open.document_id = mine.document_id AND open.locked_at IS NULL
);

-- Codings that stand, with where they are in the newest reading; sealed ones too.
CREATE VIEW standing_coding AS
SELECT coding.coding_id, coding.guid, coding.theme, coding.coder_id, coding.made_at, coding.suggestion_id,
       passage.passage_id, passage.document_id, passage.quote, document.review_id,
       anchor.reading_id, anchor."start", anchor."end", anchor.how
FROM coding
JOIN passage USING (passage_id)
JOIN document USING (document_id)
LEFT JOIN newest_reading ON newest_reading.document_id = passage.document_id
LEFT JOIN anchor ON anchor.passage_id = passage.passage_id AND anchor.reading_id = newest_reading.reading_id
WHERE coding.withdrawn_at IS NULL;

-- What each coder last said of a theme in a document as a whole; sealed ones too.
CREATE VIEW standing_assessment AS
SELECT * FROM assessment WHERE assessment_id IN (
    SELECT max(assessment_id) FROM assessment GROUP BY document_id, ifnull(child_id, 0), theme, coder_id
);

-- What was settled, with the block in which its paragraph now begins, from 1; null for the document as a whole, and
-- where the newest reading has lost the paragraph (`is_lost`): that settles nothing.
CREATE VIEW standing_adjudication AS
SELECT placed.*, passage_id IS NOT NULL AND block_position IS NULL AS is_lost
FROM (
    SELECT adjudication.*, (
        SELECT position FROM block
        WHERE block.reading_id = anchor.reading_id AND json_extract(spans, '$[0][0]') <= anchor."start"
        ORDER BY position DESC LIMIT 1
    ) AS block_position
    FROM adjudication
    LEFT JOIN newest_reading USING (document_id)
    LEFT JOIN anchor ON anchor.passage_id = adjudication.passage_id AND anchor.reading_id = newest_reading.reading_id
) AS placed;
