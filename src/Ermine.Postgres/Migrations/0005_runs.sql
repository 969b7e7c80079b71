-- Asynchronous runs: a message of a function's own queue ("fn-..."), under an id that the client made, while it waits and runs; a row of
-- ermine.run once it has ended. The message is removed by the statement that inserts the row, so that a run is never both, and never neither.

-- Brings the tables of a queue from 0003 to what is needed now; safe to repeat. Only the queues of functions are looked through by run:
-- the others pay for no index. A claim changes none of its columns, so it stays a HOT update.
create function ermine.extend_queue_for_runs(queue_name text) returns void
  language plpgsql
  as $function$
declare
  prefix text := replace(queue_name, '-', '_');
  part text;
begin
  foreach part in array array['_ready', '_later', '_dead'] loop
    execute format('alter table ermine.%1$I add column if not exists run uuid', prefix || part);
    if queue_name like 'fn-%' then
      execute format('create index if not exists %1$I on ermine.%2$I (run) where run is not null', prefix || part || '_run_idx', prefix || part);
    end if;
  end loop;

  -- A call that waits for others like it, by its key.
  execute format('alter table ermine.%1$I add column if not exists debounce text collate "C"', prefix || '_later');
  if queue_name like 'fn-%' then
    execute format('create index if not exists %1$I on ermine.%2$I (debounce) where debounce is not null', prefix || '_later_debounce_idx', prefix || '_later');
  end if;
end
$function$;

create or replace function ermine.create_queue(queue_name text) returns void
  language plpgsql
  as $$
begin
  if exists (select from ermine.queue q where q.name = queue_name) then
    return;
  end if;
  perform ermine.create_queue_tables(queue_name);
  perform ermine.extend_queue(queue_name);
  perform ermine.extend_queue_for_runs(queue_name);
end
$$;

select ermine.extend_queue_for_runs(q.name) from ermine.queue q;

-- Runs that have ended, other than those that failed: these are dead letters. Rows are only added, and deleted when they are old.
-- An id is here twice if its idempotency key was forgotten and used again; the later row counts.
create table ermine.run (
  id uuid not null,
  queue text collate "C" not null,
  state text not null check (state in ('done', 'cancelled')),
  attempts smallint not null,
  segment smallint not null,
  version smallint not null,
  group_key text collate "C",
  headers jsonb,
  payload bytea not null,
  result bytea,
  error text,
  enqueued_at timestamptz not null,
  ended_at timestamptz not null
);
create index run_queue_id_idx on ermine.run (queue, id);
create index run_ended_at_idx on ermine.run (ended_at);

-- The queues that a run may be in: those whose names have a hash that begins with the two bytes that its id ends with. Nearly always one.
create function ermine.queues_of_run(run_id uuid) returns setof text
  language sql stable
  as $$
  select q.name from ermine.queue q
  where q.name like 'fn-%' and substr(sha256(convert_to(q.name, 'UTF8')), 1, 2) = substr(uuid_send(run_id), 15, 2)
  order by q.name
$$;

-- Where a run is and how it stands, in one snapshot; its arguments only if they are asked for. Live ones come before ended ones of the same id.
create function ermine.find_run(run_id uuid, whole boolean)
  returns table (queue text, state text, attempts smallint, enqueued_at timestamptz, due_at timestamptz, ended_at timestamptz, result bytea, error text,
                 segment smallint, version smallint, group_key text, headers jsonb, payload bytea)
  language plpgsql
  set jit = off set enable_seqscan = off set enable_bitmapscan = off -- by the indexes on run, whatever the statistics of tables say that are emptied and filled all the time
  as $function$
declare
  candidate text;
begin
  for candidate in select ermine.queues_of_run(run_id) loop
    return query execute format($sql$
      select $2, f.state, f.attempts, f.enqueued_at, f.due_at, f.ended_at, f.result, f.error, f.segment, f.version, f.group_key,
             case when $4 then f.headers end, case when $4 then f.payload end
      from (
        select 1 as place, case when r.leased_until <= $3 then 'waiting' when r.owner = 0 then 'retrying' else 'running' end as state, r.attempts, r.enqueued_at,
               case when r.owner = 0 and r.leased_until > $3 then r.leased_until end as due_at, null::timestamptz as ended_at, null::bytea as result,
               r.headers ->> 'ermine-error' as error, r.segment, r.version, r.group_key, r.headers, r.payload
        from ermine.%1$I r where r.run = $1
        union all
        select 2, case when l.attempts > 0 then 'retrying' else 'waiting' end, l.attempts, l.enqueued_at, l.due_at, null, null, l.error, l.segment, l.version, l.group_key, l.headers, l.payload
        from ermine.%2$I l where l.run = $1
        union all
        select 3, 'failed', d.attempts, d.enqueued_at, null, d.died_at, null, d.error, d.segment, d.version, d.group_key, d.headers, d.payload
        from ermine.%3$I d where d.run = $1
        union all
        select 3, e.state, e.attempts, e.enqueued_at, null, e.ended_at, e.result, e.error, e.segment, e.version, e.group_key, e.headers, e.payload
        from ermine.run e where e.queue = $2 and e.id = $1
      ) f order by f.place, f.ended_at desc limit 1$sql$,
      replace(candidate, '-', '_') || '_ready', replace(candidate, '-', '_') || '_later', replace(candidate, '-', '_') || '_dead')
      using run_id, candidate, ermine.now(), whole;
    if found then
      return;
    end if;
  end loop;
end
$function$;

-- Cancels a run that waits or runs: removes its message, whatever its lease, and records that. Answers its queue; nothing where there is no such run,
-- or it has ended. Whoever commits the run at the same time has removed the message before, or is refused because it is gone.
create function ermine.cancel_run(run_id uuid, why text) returns text
  language plpgsql
  set jit = off set enable_seqscan = off set enable_bitmapscan = off
  as $function$
declare
  candidate text;
  prefix text;
  removed bigint;
  is_there boolean;
begin
  for candidate in select ermine.queues_of_run(run_id) loop
    prefix := replace(candidate, '-', '_');
    loop
      execute format($sql$
        with ready as (
          delete from ermine.%1$I r where r.run = $1
          returning r.attempts, r.segment, r.version, r.group_key, r.headers, r.payload, r.enqueued_at
        ), later as (
          delete from ermine.%2$I l where l.run = $1
          returning l.attempts, l.segment, l.version, l.group_key, l.headers, l.payload, l.enqueued_at
        )
        insert into ermine.run (id, queue, state, attempts, segment, version, group_key, headers, payload, error, enqueued_at, ended_at)
        select $1, $2, 'cancelled', m.attempts, m.segment, m.version, m.group_key, m.headers, m.payload, $3, m.enqueued_at, (select ermine.now())
        from (select * from ready union all select * from later) m$sql$,
        prefix || '_ready', prefix || '_later') using run_id, candidate, why;
      get diagnostics removed = row_count;
      if removed > 0 then
        return candidate;
      end if;

      -- It may have moved from one table to the other while the statement looked at either: the next statement sees where it is.
      execute format('select exists (select from ermine.%1$I r where r.run = $1) or exists (select from ermine.%2$I l where l.run = $1)', prefix || '_ready', prefix || '_later')
        into is_there using run_id;
      exit when not is_there;
    end loop;
  end loop;
  return null;
end
$function$;

-- The runs of a queue, the newest id first, below @before; in all states or one. Bodies and results are left out.
create function ermine.list_runs(queue_name text, wanted text, before uuid, most int)
  returns table (id uuid, state text, attempts smallint, enqueued_at timestamptz, due_at timestamptz, ended_at timestamptz, error text)
  language plpgsql
  set jit = off set enable_seqscan = off set enable_bitmapscan = off
  as $function$
declare
  prefix text := replace(queue_name, '-', '_');
begin
  return query execute format($sql$
    with ready as (
      select r.run as id, case when r.leased_until <= $3 then 'waiting' when r.owner = 0 then 'retrying' else 'running' end as state, r.attempts, r.enqueued_at,
             case when r.owner = 0 and r.leased_until > $3 then r.leased_until end as due_at, null::timestamptz as ended_at, r.headers ->> 'ermine-error' as error
      from ermine.%1$I r
    ), later as (
      select l.run as id, case when l.attempts > 0 then 'retrying' else 'waiting' end as state, l.attempts, l.enqueued_at, l.due_at, null::timestamptz as ended_at, l.error
      from ermine.%2$I l
    )
    select f.id, f.state, f.attempts, f.enqueued_at, f.due_at, f.ended_at, f.error from (
      (select * from ready r where r.id < $2 and ($4 is null or r.state = $4) order by r.id desc limit $5)
      union all
      (select * from later l where l.id < $2 and ($4 is null or l.state = $4) order by l.id desc limit $5)
      union all
      (select d.run, 'failed', d.attempts, d.enqueued_at, null::timestamptz, d.died_at, d.error from ermine.%3$I d
       where d.run < $2 and ($4 is null or $4 = 'failed') order by d.run desc limit $5)
      union all
      (select e.id, e.state, e.attempts, e.enqueued_at, null::timestamptz, e.ended_at, e.error from ermine.run e
       where e.queue = $1 and e.id < $2 and ($4 is null or e.state = $4) order by e.queue desc, e.id desc limit $5)
    ) f order by f.id desc limit $5$sql$,
    prefix || '_ready', prefix || '_later', prefix || '_dead') using queue_name, before, ermine.now(), wanted, most;
end
$function$;

-- Lets a call wait a while for others of its key: the last one's arguments are what is run, at the latest so long after the first. A call that
-- another takes the place of is recorded as cancelled.
create function ermine.debounce_run(queue_name text, key text, run_id uuid, wait interval, longest interval, segment_number smallint, contract_version smallint,
                                    message_group text, message_headers jsonb, body bytea, life interval) returns void
  language plpgsql
  set jit = off set enable_seqscan = off set enable_bitmapscan = off
  as $function$
declare
  later text := replace(queue_name, '-', '_') || '_later';
  ready text := replace(queue_name, '-', '_') || '_ready';
  moment timestamptz;
  earlier bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('ermine.debounce/' || queue_name || '/' || key, 0));
  moment := ermine.now();
  execute format('select l.id from ermine.%1$I l where l.debounce = $1 for update', later) into earlier using key;
  if earlier is null then
    execute format($sql$
      insert into ermine.%1$I (id, due_at, attempts, segment, version, group_key, headers, payload, enqueued_at, expires_at, run, debounce)
      values (nextval('ermine.%2$I'), $1, 0, $2, $3, $4, $5, $6, $7, $8, $9, $10)$sql$, later, ready || '_id_seq')
      using moment + least(wait, longest), segment_number, contract_version, message_group, message_headers, body, moment, moment + life, run_id, key;
    return;
  end if;

  execute format($sql$
    insert into ermine.run (id, queue, state, attempts, segment, version, group_key, headers, payload, error, enqueued_at, ended_at)
    select l.run, $1, 'cancelled', l.attempts, l.segment, l.version, l.group_key, l.headers, l.payload, $2, l.enqueued_at, $3 from ermine.%1$I l where l.id = $4$sql$, later)
    using queue_name, format('A later call took its place: run %s.', run_id), moment, earlier;
  execute format($sql$
    update ermine.%1$I l set run = $1, headers = $2, payload = $3, group_key = $4, expires_at = $5, due_at = greatest($6, least($6 + $7, l.enqueued_at + $8))
    where l.id = $9$sql$, later)
    using run_id, message_headers, body, message_group, moment + life, moment, wait, longest, earlier;
end
$function$;

-- How far the ready messages of a queue have been claimed, by segment, for those whose runs all nodes together have a limit: beyond, nothing is
-- leased, so that counting what is does not count what waits. The row is also what claims of such a queue wait for each other by.
create table ermine.run_limit (
  queue text collate "C" primary key,
  high bigint[] not null default '{0,0,0,0}'
);
