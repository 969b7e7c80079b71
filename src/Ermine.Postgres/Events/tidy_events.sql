-- Deletes at most @limit rows of a bus whose events are older than @kept, and that no replay needs any more. Returns one row: how many. Index:
-- event_batch_bus_published_at_idx, and rows by their place.
with needed as materialized (
  select min(r.done_position) as behind from ermine.event_replay r where r.bus = @bus::text and r.ended_at is null
), old as materialized (
  select b.ctid from ermine.event_batch b
  where b.bus = @bus and b.published_at < (select ermine.now()) - @kept::interval and b.id < (select coalesce(n.behind / 1000, 9223372036854775807) from needed n)
  order by b.published_at limit @limit::int for update skip locked
), gone as (
  delete from ermine.event_batch b where b.ctid = any (array(select o.ctid from old o)) returning 1
)
select count(*)::int from gone
