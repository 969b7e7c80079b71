-- Removes those messages that are done and still held. Returns their ids. Index: the primary key (segment, id).
delete from ermine.work_ready r using unnest(@ids::bigint[], @attempts::smallint[]) as held (id, attempts)
where r.segment = @segment::smallint and r.id = held.id and r.attempts = held.attempts and r.owner = @owner::int
returning r.id
