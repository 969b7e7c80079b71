-- Lets messages wait for @after before their next attempt, under the number that each was first given; those no longer held are passed over.
-- @counted is how many attempts that was: 0 for one that only asked for time. Returns nothing. Index: the primary key (segment, id).
with failed as (
  delete from ermine.work_ready r
  where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
  returning r.id, r.origin, r.attempts, r.version, r.group_key, r.headers, r.payload, r.enqueued_at, r.expires_at, r.run
)
insert into ermine.work_later (id, due_at, attempts, segment, version, group_key, headers, payload, enqueued_at, expires_at, run, error)
select coalesce(f.origin, f.id), (select ermine.now()) + @after::interval, f.attempts - 1 + @counted::int, @segment, f.version, f.group_key, f.headers, f.payload, f.enqueued_at, f.expires_at, f.run, @reason::text
from failed f
