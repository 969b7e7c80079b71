-- Returns where the run @id is and how it stands: queue, state, attempts, enqueued_at, due_at, ended_at, result, error, segment, version, group_key, and,
-- where @whole, headers and payload; none where there is no such run. Index: run of each of the queue's tables; (queue, id) of ermine.run.
select f.queue, f.state, f.attempts, f.enqueued_at, f.due_at, f.ended_at, f.result, f.error, f.segment, f.version, f.group_key, f.headers, f.payload
from ermine.find_run(@id::uuid, @whole::boolean) f
