-- Returns the database name @name as the server keeps it (63 bytes), and the statement that creates it, quoted by the server;
-- null when the database exists. One row. No index is needed: pg_database is small.
select wanted.name::text,
       case when not exists (select from pg_database d where d.datname = wanted.name)
            then format('create database %I', wanted.name) end
from (select @name::name) as wanted (name)
