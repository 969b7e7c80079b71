-- Hands messages back at once, as if they had not been claimed; those no longer held are passed over. Returns nothing.
-- Index: the primary key (segment, id).
update ermine.work_ready r
set leased_until = '-infinity', attempts = r.attempts - 1, owner = 0
where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
