-- Returns one row: how many messages of a queue are leased, and how far each of its segments has been claimed, beyond which none is. After
-- lock_places.sql, as a statement of its own, which sees what those have claimed that it waited for. Index: the primary key (segment, id).
with limits as materialized (
  select l.high from ermine.run_limit l where l.queue = @queue::text
)
select (select count(*) from ermine.work_ready r where r.segment = 0 and r.id <= (select l.high[1] from limits l) and r.leased_until > (select ermine.now()) and r.owner <> 0)
     + (select count(*) from ermine.work_ready r where r.segment = 1 and r.id <= (select l.high[2] from limits l) and r.leased_until > (select ermine.now()) and r.owner <> 0)
     + (select count(*) from ermine.work_ready r where r.segment = 2 and r.id <= (select l.high[3] from limits l) and r.leased_until > (select ermine.now()) and r.owner <> 0)
     + (select count(*) from ermine.work_ready r where r.segment = 3 and r.id <= (select l.high[4] from limits l) and r.leased_until > (select ermine.now()) and r.owner <> 0),
  l.high
from limits l
