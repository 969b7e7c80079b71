-- Subscriptions to events, and the events themselves. An event is a row here and a message in the queue of each subscriber, in one transaction.
create table ermine.event_subscription (
  name text collate "C" primary key,
  bus text not null,
  queue text not null references ermine.queue (name),
  pattern text not null,
  input text not null, -- the part of the event that the function is handed; empty for all of it
  group_key text, -- the part by whose value events keep their order
  declared boolean not null,
  seen_at timestamptz not null -- when a node last declared it
);

-- One row: raised with each change of the subscriptions, so that whoever publishes learns within the same statement that it knows an older moment.
create table ermine.event_subscriptions (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into ermine.event_subscriptions (version) values (0);

create function ermine.subscriptions_changed() returns trigger
  language plpgsql
  as $$
begin
  update ermine.event_subscriptions set version = version + 1;
  return null;
end
$$;

create trigger subscription_added after insert on ermine.event_subscription for each row execute function ermine.subscriptions_changed();
create trigger subscription_removed after delete on ermine.event_subscription for each row execute function ermine.subscriptions_changed();
create trigger subscription_changed after update on ermine.event_subscription for each row
  when ((old.bus, old.queue, old.pattern, old.input, old.group_key) is distinct from (new.bus, new.queue, new.pattern, new.input, new.group_key))
  execute function ermine.subscriptions_changed();

-- Ends the transaction of whoever matched events with the subscriptions of an earlier moment than this one's.
create function ermine.check_subscriptions(known bigint) returns void
  language plpgsql
  as $$
begin
  if known <> (select s.version from ermine.event_subscriptions s) then
    raise exception 'The subscriptions have changed.' using errcode = 'ERM03';
  end if;
end
$$;

-- The archive. Positions ascend as events are written; their transactions may end in another order.
create table ermine.event (
  position bigint generated always as identity primary key,
  bus text not null,
  published_at timestamptz not null,
  subscribers smallint not null, -- how many it was delivered to
  headers jsonb,
  body bytea not null
) with (autovacuum_vacuum_insert_scale_factor = 0.5);
create index event_published_at_idx on ermine.event (published_at);

-- Keys of events that are published once within a time.
create table ermine.event_key (
  bus text collate "C" not null,
  key text collate "C" not null,
  until timestamptz not null,
  primary key (bus, key)
);
create index event_key_until_idx on ermine.event_key (until);
