-- Sees that there is no document with an id, and holds its place against others who ask the same; refused with ERM02 where there is one. Returns one row.
-- Index: the primary key of the document's table.
select ermine.require_absent(@table::text, @id::text)
