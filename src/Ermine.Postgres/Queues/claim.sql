-- Leases at most @limit messages that are due, high priority before normal before low, each above the node's low watermark of its segment.
-- Returns segment, id, origin, attempt, payload, headers, enqueued_at, whether it has expired, its group (null), and its run; unordered.
-- Index: the primary key (segment, id) only, so that the claim is a HOT update, which finds the rows where they were just locked, by ctid:
-- there is nothing to join, and so no plan that was right for an empty table and reads a full one once for each message.
-- Workers skip each other's rows; an expired lease is due again, so no rescuer is needed. A version that this node does not know yet waits
-- for one that does.
with allowed as materialized (
  select case when q.paused then 0 else @limit::int end as most from ermine.queue q where q.name = @queue::text
), high as (
  update ermine.work_ready_1 r set leased_until = (select ermine.now()) + @lease::interval, attempts = r.attempts + 1, owner = @owner::int
  where r.ctid = any (array(
    select w.ctid from ermine.work_ready_1 w
    where w.segment = 1 and w.id > @low_high::bigint and w.leased_until <= (select ermine.now()) and w.version <= @version::smallint
    order by w.segment, w.id limit (select most from allowed) for update skip locked))
  returning r.*
), normal as (
  update ermine.work_ready_0 r set leased_until = (select ermine.now()) + @lease, attempts = r.attempts + 1, owner = @owner
  where r.ctid = any (array(
    select w.ctid from ermine.work_ready_0 w
    where w.segment = 0 and w.id > @low_normal::bigint and w.leased_until <= (select ermine.now()) and w.version <= @version
    order by w.segment, w.id limit (select most from allowed) - (select count(*) from high) for update skip locked))
  returning r.*
), low as (
  update ermine.work_ready_2 r set leased_until = (select ermine.now()) + @lease, attempts = r.attempts + 1, owner = @owner
  where r.ctid = any (array(
    select w.ctid from ermine.work_ready_2 w
    where w.segment = 2 and w.id > @low_low::bigint and w.leased_until <= (select ermine.now()) and w.version <= @version
    order by w.segment, w.id limit (select most from allowed) - (select count(*) from high) - (select count(*) from normal) for update skip locked))
  returning r.*
)
select c.segment, c.id, coalesce(c.origin, c.id), c.attempts, c.payload, c.headers, c.enqueued_at, coalesce(c.expires_at <= (select ermine.now()), false), null::text, c.run
from (select * from high union all select * from normal union all select * from low) c
