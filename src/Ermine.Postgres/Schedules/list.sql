-- Returns schedules as they are stored, in the order of their names. Index: the primary key. For people.
select s.name, s.function, s.queue, s.expression, s.zone, s.overlap, s.missed, s.jitter_seconds, s.payload, s.declared, s.paused, s.next_slot, s.next_at, s.last_slot
from ermine.schedule s order by s.name
