-- Replaces the body of a dead letter. Returns its id; none where there is no such letter. Index: the primary key.
update ermine.work_dead d set payload = @payload::bytea where d.id = @id::bigint returning d.id
