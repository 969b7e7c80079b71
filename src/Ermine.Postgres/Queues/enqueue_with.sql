-- Sends messages with what they ask for: a segment each, a delay, a time to live, a key by which they are sent once within a time; @headers and @runs may be empty.
-- Of messages with one key, here or sent before, the first that is committed is kept and the others are dropped. Returns nothing.
-- Index: the primary key of the keys, taken in their order, so that two such sends do not wait for each other in a circle.
with asked as materialized (
  select m.* from unnest(@payloads::bytea[], @headers::jsonb[], @segments::smallint[], @groups::text[], @delays::interval[], @lives::interval[], @keys::text[], @windows::interval[], @runs::uuid[])
    with ordinality as m (payload, headers, segment, group_key, delay, life, key, "window", run, place)
), firsts as (
  insert into ermine.work_dedup as d (key, until)
  select distinct on (a.key) a.key, (select ermine.now()) + a."window" from asked a where a.key is not null order by a.key, a.place
  on conflict (key) do update set until = excluded.until where d.until <= (select ermine.now())
  returning d.key
), accepted as materialized (
  select a.* from asked a where a.key is null
  union all
  select kept.* from firsts f, lateral (select a.* from asked a where a.key = f.key order by a.place limit 1) kept
), now_due as (
  insert into ermine.work_ready (segment, version, group_key, headers, payload, enqueued_at, expires_at, run)
  select a.segment, @version::smallint, a.group_key, a.headers, a.payload, (select ermine.now()), (select ermine.now()) + a.life, a.run
  from accepted a where a.delay <= interval '0' order by a.place
)
insert into ermine.work_later (id, due_at, attempts, segment, version, group_key, headers, payload, enqueued_at, expires_at, run)
select nextval('ermine.work_ready_id_seq'), (select ermine.now()) + a.delay, 0, a.segment, @version, a.group_key, a.headers, a.payload, (select ermine.now()), (select ermine.now()) + a.life, a.run
from accepted a where a.delay > interval '0' order by a.place
