-- Cancels the run @id if it waits or runs, and says @why. Returns one row: its queue; null where there is no such run, or it has ended.
-- Index: run of the queue's tables.
select ermine.cancel_run(@id::uuid, @why::text)
