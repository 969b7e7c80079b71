-- Lets one session at a time change the clock of record, until its transaction ends. Returns one row without a value.
select pg_advisory_xact_lock(hashtextextended('ermine.clock', 0))
