-- Lets the call @run wait for others of the key @key: @wait each time, at most @longest after the first. Returns one row without a value.
-- Index: debounce of the queue's later table.
select ermine.debounce_run(@queue::text, @key::text, @run::uuid, @wait::interval, @longest::interval, @segment::smallint, @version::smallint, @group_key::text, @headers::jsonb, @payload::bytea, @life::interval)
