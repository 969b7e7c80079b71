-- Deletes at most @limit keys whose time is over. Returns one row: how many. Index: event_key_until_idx, and rows by their place.
with old as materialized (
  select k.ctid from ermine.event_key k where k.until <= (select ermine.now()) order by k.until limit @limit::int for update skip locked
), gone as (
  delete from ermine.event_key k where k.ctid = any (array(select o.ctid from old o)) returning 1
)
select count(*)::int from gone
