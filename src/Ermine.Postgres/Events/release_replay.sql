-- Hands a replay back, to be taken over after @after, with what went wrong, if anything did. Returns nothing. Index: the primary key.
update ermine.event_replay r set leased_until = (select ermine.now()) + @after::interval, error = coalesce(@error::text, r.error)
where r.name = @name::text and r.epoch = @epoch::bigint and r.ended_at is null
