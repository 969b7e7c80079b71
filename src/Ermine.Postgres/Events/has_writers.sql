-- Returns one row: whether a transaction that was writing events when a replay was asked for has not ended. Index: the primary key of the replays.
select coalesce((select r.writers && ermine.event_writers() from ermine.event_replay r where r.name = @name::text), false)
