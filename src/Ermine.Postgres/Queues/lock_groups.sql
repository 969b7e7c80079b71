-- Until the transaction ends: nobody else sends to these groups of a queue, so that the ids of a group ascend in the order of commits.
-- A transaction that has the lock has it for its last statements only. Returns a row without a value for each. Taken in one order by all.
select pg_advisory_xact_lock(g.number)
from (select distinct hashtextextended(@queue::text || '/' || k.key, 0) as number from unnest(@groups::text[]) as k (key) order by 1) g
