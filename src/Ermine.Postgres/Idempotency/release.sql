-- Gives back the key of a run that has recorded nothing. Returns nothing. Index: the primary key of ermine.idempotency.
delete from ermine.idempotency i where i.key = @key::bytea and i.epoch = @epoch::bigint and i.status is null
