-- Returns the runs of the queue @queue in the state @state, or in all where that is null, with ids below @before, the highest first, at most @limit:
-- id, state, attempts, enqueued_at, due_at, ended_at, error. Index: run of each of the queue's tables; (queue, id) of ermine.run.
select l.id, l.state, l.attempts, l.enqueued_at, l.due_at, l.ended_at, l.error from ermine.list_runs(@queue::text, @state::text, @before::uuid, @limit::int) l
