-- Takes over, for @lease, the replay that has waited longest among those that nobody holds. Returns it, or nothing. Goes through the table, whose rows are few.
update ermine.event_replay r
set epoch = r.epoch + 1, leased_until = (select ermine.now()) + @lease::interval
where r.name = (select w.name from ermine.event_replay w where w.ended_at is null and w.leased_until <= (select ermine.now()) order by w.leased_until, w.name limit 1 for update skip locked)
returning r.name, r.subscription, r.bus, r.from_time, r.to_time, r.from_position, r.to_position, r.asked_at, r.state, r.done_position, r.last_position, r.events_read, r.delivered, r.error, r.ended_at, r.epoch
