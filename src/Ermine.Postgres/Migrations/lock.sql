-- Lets one app at a time migrate the database, until its transaction ends. Returns one row without a value.
select pg_advisory_xact_lock(hashtextextended('ermine.migration', 0))
