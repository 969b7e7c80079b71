-- Deletes at most @limit records of firings that are older than @kept. Returns one row: how many. Index: schedule_slot_fired_at_idx, and rows by their place.
with old as materialized (
  select s.ctid from ermine.schedule_slot s where s.fired_at < (select ermine.now()) - @kept::interval order by s.fired_at limit @limit::int for update skip locked
), gone as (
  delete from ermine.schedule_slot s where s.ctid = any (array(select o.ctid from old o)) returning 1
)
select count(*)::int from gone
