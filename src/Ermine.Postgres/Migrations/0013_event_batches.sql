-- Events of one bus that are published together become one row of the archive. A row of its own, with two entries of indexes, cost an event as much as its message did.
create table ermine.event_batch (
  id bigint generated always as identity primary key,
  bus text not null,
  published_at timestamptz not null,
  subscribers smallint[] not null, -- how many each event was delivered to; its elements, like those of the others, are the events in their order, at most 1,000
  headers jsonb[], -- null where no event has any
  bodies bytea[] not null
) with (autovacuum_vacuum_insert_scale_factor = 0.5);

do $$
begin
  alter table ermine.event_batch alter column bodies set compression lz4;
exception when feature_not_supported then
  null; -- this server was built without it, and compresses by its own method
end
$$;

-- What was archived one by one keeps its order. Its position is a thousand times what it was.
insert into ermine.event_batch (id, bus, published_at, subscribers, headers, bodies) overriding system value
select e.position, e.bus, e.published_at, array[e.subscribers], case when e.headers is not null then array[e.headers] end, array[e.body] from ermine.event e order by e.position;
select setval('ermine.event_batch_id_seq', s.last_value, s.is_called) from ermine.event_position_seq s;
update ermine.event_replay set done_position = done_position * 1000, last_position = last_position * 1000 + 999, from_position = from_position * 1000, to_position = to_position * 1000 + 999;
drop table ermine.event;
create index event_batch_bus_published_at_idx on ermine.event_batch (bus, published_at);

-- The archive, an event a row.
create view ermine.event as
select b.id * 1000 + e.place - 1 as position, b.bus, b.published_at, e.subscribers, e.headers, e.body
from ermine.event_batch b, unnest(b.subscribers, b.headers, b.bodies) with ordinality as e (subscribers, headers, body, place);

-- For nodes of an earlier version, which go on while an app is replaced.
create function ermine.archive_event() returns trigger
  language plpgsql
  as $$
begin
  insert into ermine.event_batch (bus, published_at, subscribers, headers, bodies)
  values (new.bus, new.published_at, array[new.subscribers], case when new.headers is not null then array[new.headers] end, array[new.body]);
  return new;
end
$$;
create trigger event_archived instead of insert on ermine.event for each row execute function ermine.archive_event();

create or replace function ermine.last_event() returns bigint
  language sql volatile
  as $$ select case when s.is_called then s.last_value * 1000 + 999 else 0 end from ermine.event_batch_id_seq s $$;

create or replace function ermine.event_writers() returns text[]
  language sql volatile
  as $$
    select coalesce(array_agg(l.virtualtransaction), '{}') from pg_locks l
    where l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and l.relation = 'ermine.event_batch'::regclass
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
  $$;
