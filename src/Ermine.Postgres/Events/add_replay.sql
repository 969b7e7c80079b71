-- Adds a replay, unless one has its name. Returns one row without a value. Index: the primary key.
select ermine.add_replay(@name::text, @subscription::text, @bus::text, @from_time::timestamptz, @to_time::timestamptz, @from_position::bigint, @to_position::bigint)
