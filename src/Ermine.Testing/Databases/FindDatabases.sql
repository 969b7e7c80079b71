-- Returns the names of databases that match a like-pattern. Few rows; no index serves it.
select datname::text from pg_database where datname like @pattern;
