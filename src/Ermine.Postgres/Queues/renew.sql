-- Renews leases that are still held; one that ran out without being taken counts as held. Returns their ids. Index: the primary key (segment, id).
update ermine.work_ready r
set leased_until = (select ermine.now()) + @lease::interval
from unnest(@ids::bigint[], @attempts::smallint[]) as held (id, attempts)
where r.segment = @segment::smallint and r.id = held.id and r.attempts = held.attempts and r.owner = @owner::int
returning r.id
