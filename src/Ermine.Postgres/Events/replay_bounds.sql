-- Returns one row: the first position of a bus since @from_time, null for none, and the last that was handed out. The sum keeps the minimum from being
-- looked for by its number, from the beginning of the archive. Index: event_batch_bus_published_at_idx, of which the part since then is read.
select (select min(b.id + 0) * 1000 from ermine.event_batch b where b.bus = @bus::text and b.published_at >= @from_time::timestamptz), ermine.last_event()
