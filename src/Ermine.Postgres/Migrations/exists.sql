-- Returns whether the database has been migrated at all. Index: pg_class by name.
select to_regclass('ermine.migration') is not null
