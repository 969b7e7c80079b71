-- Sends messages that ask for nothing but to be handled, as enqueue.sql, to a claim that waits for them: they are leased to @owner from the beginning,
-- unless the queue is paused. Returns id, enqueued_at and whether it is leased for each; ids ascend in the order in which the arrays are unnested.
-- Written to: the partition of the segment, and the end of its primary key. One row of ermine.queue is read.
insert into ermine.work_ready_0 (id, segment, version, headers, payload, enqueued_at, run, leased_until, attempts, owner) overriding system value
select nextval('ermine.work_ready_id_seq'), @segment::smallint, @version::smallint, m.headers, m.payload, (select ermine.now()), m.run,
  case when o.is_open then (select ermine.now()) + @lease::interval else '-infinity' end, case when o.is_open then 1 else 0 end, case when o.is_open then @owner::int else 0 end
from (select coalesce((select not q.paused from ermine.queue q where q.name = @queue::text), false) as is_open) as o,
  unnest(@payloads::bytea[], @headers::jsonb[], @runs::uuid[]) as m (payload, headers, run)
returning id as read_id, enqueued_at, attempts = 1
