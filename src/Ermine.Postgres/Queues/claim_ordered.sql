-- Leases the first messages of at most @limit groups, after the group @after in the order of their names: a group has one message under way
-- at a time, and one that waits for its next attempt holds up its group and no other. Returns what claim.sql does.
-- Index: (group_key, id) of the segment of ordered messages, from one group to the next. Within a group ids ascend in the order of commits
-- (enqueue_ordered.sql), so that what is first in this snapshot stays first.
with recursive allowed as materialized (
  select case when q.paused then 0 else @limit::int end as most from ermine.queue q where q.name = @queue::text
), heads as (
  (select r.group_key, r.id, r.leased_until, r.version from ermine.work_ready r
   where r.segment = 3 and r.group_key > @after::text order by r.group_key, r.id limit 1)
  union all
  select n.group_key, n.id, n.leased_until, n.version from heads h, lateral (
    select r.group_key, r.id, r.leased_until, r.version from ermine.work_ready r
    where r.segment = 3 and r.group_key > h.group_key order by r.group_key, r.id limit 1) n
), due as (
  select h.id from heads h where h.leased_until <= (select ermine.now()) and h.version <= @version::smallint limit (select most from allowed)
), waiting as materialized (
  select locked.id from due d, lateral (
    select r.id from ermine.work_ready r where r.segment = 3 and r.id = d.id and r.leased_until <= (select ermine.now()) for update skip locked) locked
)
update ermine.work_ready r
set leased_until = (select ermine.now()) + @lease::interval, attempts = r.attempts + 1, owner = @owner::int
where r.segment = 3 and r.id = any (array(select w.id from waiting w))
returning r.segment, r.id, coalesce(r.origin, r.id), r.attempts, r.payload, r.headers, r.enqueued_at, coalesce(r.expires_at <= (select ermine.now()), false), r.group_key, r.run
