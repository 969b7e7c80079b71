-- Webhooks that are sent: destinations, each a subscription of its bus with a queue of its own ("webhook-..."), and the log of what was sent to them.
create table ermine.webhook_destination (
  name text collate "C" primary key,
  url text not null,
  bus text not null,
  pattern text not null,
  max_rate text,
  secrets text[] not null, -- the secret, and after it the former one; nothing of one that was removed
  former_until timestamptz, -- until when the former one signs too; null for as long as it is there
  declared boolean not null,
  seen_at timestamptz not null, -- when a node last declared it
  disabled_at timestamptz,
  disabled_reason text,
  removed_at timestamptz -- it is kept for a while with its queue, which others may still write to
);

-- One row: raised with each change of the destinations, so that a node that looks whether there is one reads no more than this.
create table ermine.webhook_destinations (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into ermine.webhook_destinations (version) values (0);

create function ermine.webhook_destinations_changed() returns trigger
  language plpgsql
  as $$
begin
  update ermine.webhook_destinations set version = version + 1;
  return null;
end
$$;

create trigger destination_added after insert on ermine.webhook_destination for each row execute function ermine.webhook_destinations_changed();
create trigger destination_changed after update on ermine.webhook_destination for each row
  when ((old.url, old.bus, old.pattern, old.max_rate, old.secrets, old.former_until, old.declared, old.disabled_at, old.removed_at)
    is distinct from (new.url, new.bus, new.pattern, new.max_rate, new.secrets, new.former_until, new.declared, new.disabled_at, new.removed_at))
  execute function ermine.webhook_destinations_changed();

-- Attempts. Numbers ascend with their time, so that what is old stands at the beginning.
create table ermine.webhook_delivery (
  id bigint generated always as identity primary key,
  destination text collate "C" not null,
  event_id text collate "C" not null,
  message bigint not null, -- the number of its message, by which a dead letter of the destination's queue is found
  published_at timestamptz not null,
  attempt smallint not null,
  at timestamptz not null,
  duration_ms int not null,
  status smallint,
  error text,
  next_at timestamptz
) with (autovacuum_vacuum_insert_scale_factor = 0.5);
create index webhook_delivery_destination_id_idx on ermine.webhook_delivery (destination, id);

-- Has the bus send a destination its events, or no more.
create function ermine.subscribe_webhook(of_name text) returns void
  language plpgsql
  as $$
begin
  insert into ermine.event_subscription as s (name, bus, queue, pattern, input, group_key, declared, seen_at)
  select 'webhooks/' || d.name, d.bus, 'webhook-' || d.name, d.pattern, '', null, false, ermine.now()
  from ermine.webhook_destination d where d.name = of_name and d.disabled_at is null and d.removed_at is null
  on conflict (name) do update set bus = excluded.bus, pattern = excluded.pattern;
  if not found then
    delete from ermine.event_subscription s where s.name = 'webhooks/' || of_name;
  end if;
end
$$;

-- Makes or changes a destination. Its secrets are those @given, else those that it has, else the new one. One that was removed begins anew: what
-- waited for it was for somebody else.
create function ermine.put_webhook_destination(of_name text, new_url text, new_bus text, new_pattern text, new_max_rate text, given text[], new_secret text, is_declared boolean) returns void
  language plpgsql
  as $function$
declare
  prefix text := 'webhook_' || replace(of_name, '-', '_');
  part text;
begin
  perform ermine.create_queue('webhook-' || of_name);
  if exists (select from ermine.webhook_destination d where d.name = of_name and d.removed_at is not null for update) then
    foreach part in array array['_ready', '_later', '_dead', '_dedup'] loop
      execute format('delete from ermine.%1$I', prefix || part);
    end loop;
    update ermine.queue q set paused = false where q.name = 'webhook-' || of_name;
    update ermine.webhook_destination d set secrets = array[new_secret], former_until = null, disabled_at = null, disabled_reason = null, removed_at = null where d.name = of_name;
  end if;

  insert into ermine.webhook_destination as d (name, url, bus, pattern, max_rate, secrets, declared, seen_at)
  values (of_name, new_url, new_bus, new_pattern, new_max_rate, coalesce(given, array[new_secret]), is_declared, ermine.now())
  on conflict (name) do update set
    url = excluded.url, bus = excluded.bus, pattern = excluded.pattern, max_rate = excluded.max_rate, declared = excluded.declared, seen_at = excluded.seen_at,
    secrets = coalesce(given, d.secrets), former_until = case when given is null then d.former_until end;
  perform ermine.subscribe_webhook(of_name);
end
$function$;

-- Sends no more to a destination, or, without a reason, sends again. What waits is kept meanwhile: its queue is paused.
create function ermine.switch_webhook_destination(of_name text, why text) returns void
  language plpgsql
  as $$
begin
  update ermine.webhook_destination d set disabled_at = case when why is not null then ermine.now() end, disabled_reason = why
  where d.name = of_name and d.removed_at is null and (d.disabled_at is null) = (why is not null);
  if found then
    update ermine.queue q set paused = why is not null where q.name = 'webhook-' || of_name;
    perform ermine.subscribe_webhook(of_name);
  end if;
end
$$;

create function ermine.remove_webhook_destination(of_name text) returns void
  language plpgsql
  as $$
begin
  update ermine.webhook_destination d set removed_at = ermine.now(), secrets = '{}', former_until = null where d.name = of_name and d.removed_at is null;
  if found then
    update ermine.queue q set paused = true where q.name = 'webhook-' || of_name;
    perform ermine.subscribe_webhook(of_name);
  end if;
end
$$;

-- Drops the tables of a queue that nobody sends to and nobody reads.
create function ermine.drop_queue(queue_name text) returns void
  language plpgsql
  set lock_timeout = '2s' -- whoever reads it after all is not held up
  as $function$
declare
  prefix text := replace(queue_name, '-', '_');
begin
  execute format('drop table if exists ermine.%1$I, ermine.%2$I, ermine.%3$I, ermine.%4$I', prefix || '_ready', prefix || '_later', prefix || '_dead', prefix || '_dedup');
  delete from ermine.queue q where q.name = queue_name;
end
$function$;

-- Deletes destinations that were removed long ago, or that no node has declared for long, with their queues.
create function ermine.forget_webhook_destinations(kept interval) returns int
  language plpgsql
  as $$
declare
  old text;
  forgotten int := 0;
begin
  for old in
    delete from ermine.webhook_destination d
    where d.removed_at < ermine.now() - kept or (d.declared and d.seen_at < ermine.now() - kept)
    returning d.name
  loop
    perform ermine.subscribe_webhook(old);
    perform ermine.drop_queue('webhook-' || old);
    forgotten := forgotten + 1;
  end loop;
  if forgotten > 0 then
    update ermine.webhook_destinations set version = version + 1;
  end if;
  return forgotten;
end
$$;
