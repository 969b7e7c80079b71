-- Returns the bodies of events of a bus that were published between two times and have the bytes @id in them, at most @limit. Index: event_batch_bus_published_at_idx. For people.
select e.body from ermine.event e
where e.bus = @bus::text and e.published_at between @from::timestamptz and @until::timestamptz and position(@id::bytea in e.body) > 0
order by e.published_at limit @limit::int
