-- Returns the time by the clock of record. No index is needed.
select ermine.now()
