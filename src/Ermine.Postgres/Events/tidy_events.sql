-- Deletes at most @limit events that are older than @kept. Returns one row: how many. Index: event_published_at_idx, and rows by their place.
with old as materialized (
  select e.ctid from ermine.event e where e.published_at < (select ermine.now()) - @kept::interval order by e.published_at limit @limit::int for update skip locked
), gone as (
  delete from ermine.event e where e.ctid = any (array(select o.ctid from old o)) returning 1
)
select count(*)::int from gone
