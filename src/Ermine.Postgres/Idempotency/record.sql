-- Records the answer of a run that holds its key; refused with ERM01 where it does not any more. Returns one row.
-- Index: the primary key of ermine.idempotency.
select ermine.record_answer(@key::bytea, @epoch::bigint, @status::smallint, @headers::jsonb, @body::bytea, @retention::interval)
