-- Leases at most @limit messages that are due, high priority before normal before low, each above the node's low watermark of its segment.
-- Returns segment, id, origin, attempt, payload, headers, enqueued_at, whether it has expired, and its group (null); unordered.
-- Index: the primary key (segment, id) only, so that the claim is a HOT update. Workers skip each other's rows;
-- an expired lease is due again, so no rescuer is needed. A version that this node does not know yet waits for one that does.
with allowed as materialized (
  select case when q.paused then 0 else @limit::int end as most from ermine.queue q where q.name = @queue::text
), high as materialized (
  select r.segment, r.id from ermine.work_ready r
  where r.segment = 1 and r.id > @low_high::bigint and r.leased_until <= (select ermine.now()) and r.version <= @version::smallint
  order by r.segment, r.id limit (select most from allowed) for update skip locked
), normal as materialized (
  select r.segment, r.id from ermine.work_ready r
  where r.segment = 0 and r.id > @low_normal::bigint and r.leased_until <= (select ermine.now()) and r.version <= @version
  order by r.segment, r.id limit (select most from allowed) - (select count(*) from high) for update skip locked
), low as materialized (
  select r.segment, r.id from ermine.work_ready r
  where r.segment = 2 and r.id > @low_low::bigint and r.leased_until <= (select ermine.now()) and r.version <= @version
  order by r.segment, r.id limit (select most from allowed) - (select count(*) from high) - (select count(*) from normal) for update skip locked
), waiting as (
  select * from high union all select * from normal union all select * from low
)
update ermine.work_ready r
set leased_until = (select ermine.now()) + @lease::interval, attempts = r.attempts + 1, owner = @owner::int
from waiting w where r.segment = w.segment and r.id = w.id
returning r.segment, r.id, coalesce(r.origin, r.id), r.attempts, r.payload, r.headers, r.enqueued_at, coalesce(r.expires_at <= (select ermine.now()), false), null::text
