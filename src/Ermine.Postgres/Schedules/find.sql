-- Returns the schedule of a name as it is stored; none where there is none. Index: the primary key.
select s.name, s.function, s.queue, s.expression, s.zone, s.overlap, s.missed, s.jitter_seconds, s.payload, s.declared, s.paused, s.next_slot, s.next_at, s.last_slot
from ermine.schedule s where s.name = @name::text
