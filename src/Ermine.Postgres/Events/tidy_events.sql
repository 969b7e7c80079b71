-- Deletes at most @limit events of a bus that are older than @kept, and that no replay needs any more. Returns one row: how many. Index:
-- event_bus_published_at_idx, and rows by their place.
with needed as materialized (
  select min(r.done_position) as behind from ermine.event_replay r where r.bus = @bus::text and r.ended_at is null
), old as materialized (
  select e.ctid from ermine.event e
  where e.bus = @bus and e.published_at < (select ermine.now()) - @kept::interval and e.position <= (select coalesce(n.behind, 9223372036854775807) from needed n)
  order by e.published_at limit @limit::int for update skip locked
), gone as (
  delete from ermine.event e where e.ctid = any (array(select o.ctid from old o)) returning 1
)
select count(*)::int from gone
