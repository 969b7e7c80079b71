-- Notes that a replay has come from one position to another, with what it delivered on the way. Ends the transaction by SQLSTATE ERM01 where it is held no
-- longer, or has ended. Returns one row without a value. Index: the primary key.
with moved as (
  update ermine.event_replay r
  set done_position = @done_position::bigint, events_read = r.events_read + @read::bigint, delivered = r.delivered + @delivered::bigint, error = null,
    state = case when @done_position >= r.last_position then 'done' else 'running' end,
    ended_at = case when @done_position >= r.last_position then (select ermine.now()) end,
    leased_until = (select ermine.now()) + @lease::interval
  where r.name = @name::text and r.epoch = @epoch::bigint and r.state = 'running' and r.done_position = @before::bigint
  returning 1
)
select ermine.check_held((select count(*) from moved), 1)
