-- Sees, and holds, that a document still has the version that a caller has read; refused with ERM02 where it has not. Returns one row.
-- Index: the primary key of the document's table.
select ermine.require_version(@table::text, @id::text, @version::text)
