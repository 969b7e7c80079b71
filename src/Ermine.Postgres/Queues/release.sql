-- Hands messages back at once, as if they had not been claimed; those no longer held are passed over. Returns nothing.
-- Index: the primary key (segment, id).
update ermine.work_ready r
set leased_until = '-infinity', attempts = r.attempts - 1, owner = 0
from unnest(@ids::bigint[], @attempts::smallint[]) as held (id, attempts)
where r.segment = @segment::smallint and r.id = held.id and r.attempts = held.attempts and r.owner = @owner::int
