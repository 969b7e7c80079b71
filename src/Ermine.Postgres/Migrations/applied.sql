-- Returns the migrations that have been applied: number, name, checksum; in their order. Index: the primary key.
select m.number, m.name, m.checksum from ermine.migration m order by m.number
