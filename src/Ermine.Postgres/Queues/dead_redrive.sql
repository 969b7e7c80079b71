-- Sends dead letters again, from the first attempt, each @apart after the one before; ordered ones in their place, so that their group waits.
-- Returns one row: how many. A letter keeps its number as origin, and so its idempotency key. Index: the primary key, or the one on the fingerprint.
with chosen as materialized (
  select d.id from ermine.work_dead d
  where d.id > @after::bigint and (@id::bigint is null or d.id = @id) and (@fingerprint::text is null or d.fingerprint = @fingerprint)
    and (@before::timestamptz is null or d.died_at < @before) and (@since::timestamptz is null or d.died_at >= @since)
  order by d.id limit @limit::int for update skip locked
), moved as materialized (
  delete from ermine.work_dead d where d.id = any (array(select c.id from chosen c))
  returning d.id, d.segment, d.version, d.group_key, d.headers, d.payload, d.enqueued_at, d.run
), numbered as materialized (
  select m.*, (row_number() over (order by m.id) - 1) * @apart::interval as wait from moved m
), locked as materialized (
  select pg_advisory_xact_lock(g.number)
  from (select distinct hashtextextended(@queue::text || '/' || n.group_key, 0) as number from numbered n where n.group_key is not null order by 1) g
), held as materialized (
  select count(*) as groups from locked
), at_once as (
  insert into ermine.work_ready (segment, origin, attempts, version, group_key, headers, payload, enqueued_at, run, leased_until)
  select n.segment, n.id, 0, n.version, n.group_key, n.headers, n.payload, n.enqueued_at, n.run,
    case when n.wait > interval '0' then (select ermine.now()) + n.wait else '-infinity' end
  from held h, numbered n where h.groups >= 0 and (n.segment = 3 or n.wait <= interval '0') order by n.id
), in_time as (
  insert into ermine.work_later (id, due_at, attempts, segment, version, group_key, headers, payload, enqueued_at, run)
  select n.id, (select ermine.now()) + n.wait, 0, n.segment, n.version, n.group_key, n.headers, n.payload, n.enqueued_at, n.run
  from numbered n where n.segment <> 3 and n.wait > interval '0'
)
select count(*)::int from moved
