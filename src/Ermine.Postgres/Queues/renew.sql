-- Renews leases that are still held; one that ran out without being taken counts as held. Returns their ids. Index: the primary key (segment, id).
update ermine.work_ready r
set leased_until = (select ermine.now()) + @lease::interval
where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
returning r.id
