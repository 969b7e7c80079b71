-- What a message may ask for: priority, a time to live, a contract's version, order within its group, and to be sent once.
-- A segment of the ready table is a kind of message: 0 normal, 1 high, 2 low, 3 ordered.
alter table ermine.queue add column paused boolean not null default false;

-- Rates that hold over all nodes: a token bucket each.
create table ermine.rate (
  name text primary key,
  tokens double precision not null,
  filled_at timestamptz not null
);

-- Takes at most so many tokens of a rate that holds over all nodes, and says how long it takes until there is one again.
-- A token bucket by the database's clock: so many come in each second, and a number of them is kept at most.
create function ermine.take_rate(rate_name text, per_second double precision, most double precision, wanted int, out taken int, out wait_seconds double precision)
  language plpgsql
  as $$
declare
  bucket ermine.rate;
  moment timestamptz;
begin
  insert into ermine.rate (name, tokens, filled_at) values (rate_name, most, ermine.now()) on conflict do nothing;
  select * into bucket from ermine.rate r where r.name = rate_name for update;
  moment := ermine.now();
  bucket.tokens := least(most, bucket.tokens + greatest(0, extract(epoch from moment - bucket.filled_at)) * per_second);
  taken := least(wanted, floor(bucket.tokens));
  bucket.tokens := bucket.tokens - taken;
  wait_seconds := greatest(0, 1 - bucket.tokens) / per_second;
  update ermine.rate r set tokens = bucket.tokens, filled_at = moment where r.name = rate_name;
end
$$;

alter function ermine.create_queue(text) rename to create_queue_tables;

-- Brings the tables of a queue from 0002 to what is needed now; safe to repeat.
create function ermine.extend_queue(queue_name text) returns void
  language plpgsql
  as $function$
declare
  prefix text := replace(queue_name, '-', '_');
begin
  execute format($ddl$
    alter table ermine.%1$I
      add column if not exists version smallint not null default 1,
      add column if not exists expires_at timestamptz,
      alter column group_key type text collate "C"$ddl$, prefix || '_ready');
  for segment in 2..3 loop
    execute format($ddl$
      create table if not exists ermine.%1$I partition of ermine.%2$I for values in (%3$s)
      with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
            autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 100)$ddl$,
      prefix || '_ready_' || segment, prefix || '_ready', segment);
  end loop;

  -- Only ordered messages are looked for by their group. A claim changes neither column, so it stays a HOT update.
  execute format('create index if not exists %1$I on ermine.%2$I (group_key, id)', prefix || '_ready_3_group_idx', prefix || '_ready_3');

  execute format($ddl$
    alter table ermine.%1$I
      add column if not exists segment smallint not null default 0,
      add column if not exists version smallint not null default 1,
      add column if not exists expires_at timestamptz$ddl$, prefix || '_later');

  execute format($ddl$
    alter table ermine.%1$I
      add column if not exists segment smallint not null default 0,
      add column if not exists version smallint not null default 1,
      add column if not exists function text,
      add column if not exists exception text,
      add column if not exists detail text,
      add column if not exists fingerprint text collate "C"$ddl$, prefix || '_dead');
  execute format('create index if not exists %1$I on ermine.%2$I (fingerprint, id)', prefix || '_dead_fingerprint_idx', prefix || '_dead');

  -- dedup: the keys of messages that are sent once within a time.
  execute format($ddl$
    create table if not exists ermine.%1$I (
      key text collate "C" primary key,
      until timestamptz not null
    )$ddl$, prefix || '_dedup');
end
$function$;

-- Makes the tables of a queue unless they are there; safe when several nodes do so at once.
create function ermine.create_queue(queue_name text) returns void
  language plpgsql
  as $$
begin
  if exists (select from ermine.queue q where q.name = queue_name) then
    return;
  end if;
  perform ermine.create_queue_tables(queue_name);
  perform ermine.extend_queue(queue_name);
end
$$;

select ermine.extend_queue(q.name) from ermine.queue q;

-- Which of some queues hold something that is due. A node asks this for all of its queues together while it has nothing to do.
create function ermine.due(queue_names text[]) returns setof text
  language plpgsql
  set jit = off set enable_seqscan = off set enable_bitmapscan = off -- by the primary key, as a claim does; here, so that it is one statement
  as $function$
declare
  moment timestamptz := ermine.now();
  queue_name text;
  prefix text;
  is_due boolean;
begin
  for queue_name in select q.name from ermine.queue q where q.name = any (queue_names) and not q.paused loop
    prefix := replace(queue_name, '-', '_');
    execute format($sql$
      select exists (select from ermine.%1$I where segment = 0 and leased_until <= $1) or exists (select from ermine.%1$I where segment = 1 and leased_until <= $1)
          or exists (select from ermine.%1$I where segment = 2 and leased_until <= $1) or exists (select from ermine.%1$I where segment = 3 and leased_until <= $1)
          or exists (select from ermine.%2$I where due_at <= $1)$sql$,
      prefix || '_ready', prefix || '_later') into is_due using moment;
    if is_due then
      return next queue_name;
    end if;
  end loop;
end
$function$;

-- Counts what every queue holds. Messages that wait for a time that has come count as ready; an ordered one that waits for its next attempt
-- stands in its place in the ready table, without an owner.
create or replace function ermine.depths() returns table (queue text, ready bigint, leased bigint, later bigint, dead bigint)
  language plpgsql
  as $function$
declare
  moment timestamptz := ermine.now();
  prefix text;
begin
  for queue in select q.name from ermine.queue q order by q.name loop
    prefix := replace(queue, '-', '_');
    return query execute format($sql$
      select $2, r.ready + l.due, r.leased, r.parked + l.later, d.dead
      from (select count(*) filter (where leased_until <= $1) as ready, count(*) filter (where leased_until > $1 and owner <> 0) as leased,
                   count(*) filter (where leased_until > $1 and owner = 0) as parked from ermine.%1$I) r,
           (select count(*) filter (where due_at <= $1) as due, count(*) filter (where due_at > $1) as later from ermine.%2$I) l,
           (select count(*) as dead from ermine.%3$I) d$sql$,
      prefix || '_ready', prefix || '_later', prefix || '_dead') using moment, queue;
  end loop;
end
$function$;
