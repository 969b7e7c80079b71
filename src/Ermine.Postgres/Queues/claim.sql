-- Leases at most @limit messages that are due, above the node's low watermark. Returns id, origin, attempt, payload, headers, enqueued_at; unordered.
-- Index: the primary key (segment, id) only, so that the claim is a HOT update. Workers skip each other's rows;
-- an expired lease is due again, so no rescuer is needed.
with waiting as materialized (
  select r.id from ermine.work_ready r
  where r.segment = @segment::smallint and r.id > @low::bigint and r.leased_until <= (select ermine.now())
  order by r.segment, r.id limit @limit::int for update skip locked
)
update ermine.work_ready r
set leased_until = (select ermine.now()) + @lease::interval, attempts = r.attempts + 1, owner = @owner::int
from waiting w where r.segment = @segment and r.id = w.id
returning r.id, coalesce(r.origin, r.id), r.attempts, r.payload, r.headers, r.enqueued_at
