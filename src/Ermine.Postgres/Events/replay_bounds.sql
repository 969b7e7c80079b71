-- Returns one row: the first position of a bus since @from_time, null for none, and the last that was handed out. The sum keeps the minimum from being
-- looked for by position, from the beginning of the archive. Index: event_bus_published_at_idx, of which the part since then is read.
select (select min(e.position + 0) from ermine.event e where e.bus = @bus::text and e.published_at >= @from_time::timestamptz), ermine.last_event()
