-- Ends a replay as @state: what it has not delivered it never will. Returns one row for one that was under way. Index: the primary key.
update ermine.event_replay r set state = @state::text, error = @error::text, ended_at = (select ermine.now())
where r.name = @name::text and r.ended_at is null
returning true
