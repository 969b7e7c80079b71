-- Replays: events of the archive, once more, to one subscriber. And events are found by their bus, each of which may keep its own for another time.
create table ermine.event_replay (
  name text collate "C" primary key,
  subscription text not null,
  bus text not null,
  from_time timestamptz, -- what was asked for: times with their beginning and without their end, positions with both
  to_time timestamptz,
  from_position bigint,
  to_position bigint,
  asked_at timestamptz not null,
  writers text[] not null, -- the transactions that were writing events when it was asked for; what they write belongs to it
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  done_position bigint not null, -- what stands up to here is delivered
  last_position bigint, -- the last that it goes to; null while that is not known
  events_read bigint not null default 0,
  delivered bigint not null default 0,
  error text,
  ended_at timestamptz,
  epoch bigint not null default 0, -- raised by whoever takes it over, so that whoever had it before moves it no more
  leased_until timestamptz not null
);

create index event_bus_published_at_idx on ermine.event (bus, published_at);
drop index ermine.event_published_at_idx;

-- The last position that was handed out. Transactions that are open may have it, or earlier ones.
create function ermine.last_event() returns bigint
  language sql volatile
  as $$ select case when s.is_called then s.last_value else 0 end from ermine.event_position_seq s $$;

-- The transactions that write events at this moment. Each takes this lock before its first event has a position.
create function ermine.event_writers() returns text[]
  language sql volatile
  as $$
    select coalesce(array_agg(l.virtualtransaction), '{}') from pg_locks l
    where l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and l.relation = 'ermine.event'::regclass
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
  $$;

-- Adds a replay, unless one has its name. The last position is asked for before the writers: whoever writes at an earlier one has ended by then, or is among them.
create function ermine.add_replay(replay text, its_subscription text, its_bus text, since timestamptz, until timestamptz, first_position bigint, final_position bigint) returns void
  language plpgsql
  as $$
declare
  last_known bigint := ermine.last_event();
begin
  insert into ermine.event_replay as r (name, subscription, bus, from_time, to_time, from_position, to_position, asked_at, writers, state, done_position, last_position, leased_until)
  values (replay, its_subscription, its_bus, since, until, first_position, final_position, ermine.now(), ermine.event_writers(), 'waiting',
    coalesce(first_position, 1) - 1, case when until is null then least(final_position, last_known) end, ermine.now())
  on conflict (name) do nothing;
end
$$;

-- What a function is handed instead of a part of the event, made of parts of it.
alter table ermine.event_subscription add column template text;
drop trigger subscription_changed on ermine.event_subscription;
create trigger subscription_changed after update on ermine.event_subscription for each row
  when ((old.bus, old.queue, old.pattern, old.input, old.template, old.group_key) is distinct from (new.bus, new.queue, new.pattern, new.input, new.template, new.group_key))
  execute function ermine.subscriptions_changed();
