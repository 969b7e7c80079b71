-- Locks at most @limit schedules of @functions that are due, the longest due first, until the transaction ends; others pass them by. Returns each
-- as it is stored, and the time. Index: schedule_next_at_idx.
select s.name, s.function, s.queue, s.expression, s.zone, s.overlap, s.missed, s.jitter_seconds, s.payload, s.declared, s.paused, s.next_slot, s.next_at, s.last_slot, (select ermine.now())
from ermine.schedule s
where not s.paused and s.next_at <= (select ermine.now()) and s.function = any (@functions::text[])
order by s.next_at limit @limit::int for update skip locked
