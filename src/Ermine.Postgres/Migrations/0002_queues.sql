-- Queues: one set of tables each, so that statistics, bloat, rotation and dropping stay local to a queue.
create table ermine.queue (
  name text primary key check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  created_at timestamptz not null
);

-- Makes the tables of a queue unless they are there; safe when several nodes do so at once.
create function ermine.create_queue(queue_name text) returns void
  language plpgsql
  as $function$
declare
  prefix text := replace(queue_name, '-', '_');
begin
  if queue_name !~ '^[a-z][a-z0-9-]{0,39}$' then
    raise exception 'The queue name ''%'' is not allowed: lower-case letters, digits and hyphens, a letter first, at most 40.', queue_name
      using errcode = 'invalid_name';
  end if;
  if exists (select from ermine.queue q where q.name = queue_name) then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('ermine.create_queue', 0));

  -- ready: the only hot table. Its primary key is the only index, so that a claim is a HOT update; a segment is emptied by truncating it.
  -- Vacuum is driven by the number of dead rows alone, and the planner's statistics are left as they are: every plan is by the primary key.
  execute format($ddl$
    create table if not exists ermine.%1$I (
      id bigint generated always as identity,
      segment smallint not null,
      leased_until timestamptz not null default '-infinity',
      attempts smallint not null default 0,
      owner int not null default 0,
      origin bigint,
      group_key text,
      headers jsonb,
      payload bytea not null,
      enqueued_at timestamptz not null,
      primary key (segment, id)
    ) partition by list (segment)$ddl$, prefix || '_ready');
  for segment in 0..1 loop
    execute format($ddl$
      create table if not exists ermine.%1$I partition of ermine.%2$I for values in (%3$s)
      with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
            autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 100)$ddl$,
      prefix || '_ready_' || segment, prefix || '_ready', segment);
  end loop;

  -- later: delayed and retried messages, under the number that each was first given.
  execute format($ddl$
    create table if not exists ermine.%1$I (
      id bigint primary key,
      due_at timestamptz not null,
      attempts smallint not null,
      group_key text,
      headers jsonb,
      payload bytea not null,
      enqueued_at timestamptz not null,
      error text
    )$ddl$, prefix || '_later');
  execute format('create index if not exists %1$I on ermine.%2$I (due_at)', prefix || '_later_due_at_idx', prefix || '_later');

  execute format($ddl$
    create table if not exists ermine.%1$I (
      id bigint primary key,
      died_at timestamptz not null,
      attempts smallint not null,
      group_key text,
      headers jsonb,
      payload bytea not null,
      enqueued_at timestamptz not null,
      error text
    )$ddl$, prefix || '_dead');

  insert into ermine.queue (name, created_at) values (queue_name, clock_timestamp()) on conflict do nothing;
end
$function$;

-- Ends the transaction when a worker no longer holds all that it is about to record: all or nothing.
create function ermine.check_held(removed bigint, expected bigint) returns void
  language plpgsql
  as $$
begin
  if removed <> expected then
    raise exception 'The lease was lost: % of % message(s) are no longer held.', expected - removed, expected using errcode = 'ERM01';
  end if;
end
$$;

-- Counts what every queue holds. Messages that wait for a time that has come count as ready.
create function ermine.depths() returns table (queue text, ready bigint, leased bigint, later bigint, dead bigint)
  language plpgsql
  as $function$
declare
  moment timestamptz := ermine.now();
  prefix text;
begin
  for queue in select q.name from ermine.queue q order by q.name loop
    prefix := replace(queue, '-', '_');
    return query execute format($sql$
      select $2, r.ready + l.due, r.leased, l.later, d.dead
      from (select count(*) filter (where leased_until <= $1) as ready, count(*) filter (where leased_until > $1) as leased from ermine.%1$I) r,
           (select count(*) filter (where due_at <= $1) as due, count(*) filter (where due_at > $1) as later from ermine.%2$I) l,
           (select count(*) as dead from ermine.%3$I) d$sql$,
      prefix || '_ready', prefix || '_later', prefix || '_dead') using moment, queue;
  end loop;
end
$function$;
