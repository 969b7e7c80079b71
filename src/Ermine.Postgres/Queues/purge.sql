-- Deletes what waits in a queue, but nothing that is under way. Returns one row: how many. Goes through the tables, as it must.
with ready as (
  delete from ermine.work_ready r where r.leased_until <= (select ermine.now()) or r.owner = 0 returning 1
), later as (
  delete from ermine.work_later l returning 1
)
select (select count(*) from ready) + (select count(*) from later)
