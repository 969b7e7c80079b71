-- Returns replays, the newest first: all, or, where @name is given, that one. Goes through the table, whose rows are few.
select r.name, r.subscription, r.bus, r.from_time, r.to_time, r.from_position, r.to_position, r.asked_at, r.state, r.done_position, r.last_position, r.events_read, r.delivered, r.error, r.ended_at, r.epoch
from ermine.event_replay r where @name::text is null or r.name = @name order by r.asked_at desc, r.name
