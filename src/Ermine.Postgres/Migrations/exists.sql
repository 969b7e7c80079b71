-- Returns whether the database has been migrated at all. Index: pg_class by name.
-- Not to_regclass: it may answer from a cache that is older than the lock that was just waited for.
select exists (
  select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = 'ermine' and c.relname = 'migration'
)
