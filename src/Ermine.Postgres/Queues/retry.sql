-- Lets messages wait for @after before their next attempt, under the number that each was first given; those no longer held are passed over.
-- Returns nothing. Index: the primary key (segment, id).
with failed as (
  delete from ermine.work_ready r using unnest(@ids::bigint[], @attempts::smallint[]) as held (id, attempts)
  where r.segment = @segment::smallint and r.id = held.id and r.attempts = held.attempts and r.owner = @owner::int
  returning r.id, r.origin, r.attempts, r.group_key, r.headers, r.payload, r.enqueued_at
)
insert into ermine.work_later (id, due_at, attempts, group_key, headers, payload, enqueued_at, error)
select coalesce(f.origin, f.id), (select ermine.now()) + @after::interval, f.attempts, f.group_key, f.headers, f.payload, f.enqueued_at, @reason::text
from failed f
