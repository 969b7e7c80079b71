-- Removes those messages that are done and still held. Returns their ids. Index: the primary key (segment, id).
delete from ermine.work_ready r
where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
returning r.id
