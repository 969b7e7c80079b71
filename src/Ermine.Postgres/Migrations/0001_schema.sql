-- The schema, the record of its migrations, the clock of record, and the lives of nodes.
create schema ermine;

create table ermine.migration (
  number int primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default clock_timestamp()
);

-- The clock that leases, delays and schedules go by. In production it is clock_timestamp(); in tests and development an offset
-- becomes part of its text, so that it never reads a table and stays inlinable. Write (select ermine.now()) in every statement:
-- a bare call in a filter is made for each row.
create function ermine.now() returns timestamptz
  language sql volatile parallel safe
  as $$ select clock_timestamp() $$;

-- One row for each life of a node. The number is the owner of the leases that it takes, and is never given twice.
create table ermine.node (
  id int generated always as identity primary key,
  name text not null,
  started_at timestamptz not null
);
