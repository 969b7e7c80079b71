-- Lets one test process at a time make a template; held until the transaction ends.
select pg_advisory_xact_lock(7307, 1);
