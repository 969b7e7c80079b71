-- Replaces the body of a dead letter, and what travels beside it. Returns its id; none where there is no such letter. Index: the primary key.
update ermine.work_dead d set payload = @payload::bytea, headers = @headers::jsonb where d.id = @id::bigint returning d.id
