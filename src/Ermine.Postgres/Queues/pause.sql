-- Pauses or resumes a queue. Returns its name; none where there is no such queue. Index: the primary key of ermine.queue.
update ermine.queue q set paused = @paused::boolean where q.name = @queue::text returning q.name
