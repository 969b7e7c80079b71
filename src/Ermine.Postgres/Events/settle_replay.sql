-- Begins a replay whose positions are all decided. Ends the transaction by SQLSTATE ERM01 where it is held no longer. Returns nothing. Index: the primary key.
with settled as (
  update ermine.event_replay r
  set state = 'running', done_position = greatest(r.done_position, @done_position::bigint), last_position = coalesce(r.last_position, least(r.to_position, @last_position::bigint)),
    leased_until = (select ermine.now()) + @lease::interval
  where r.name = @name::text and r.epoch = @epoch::bigint and r.state = 'waiting'
  returning 1
)
select ermine.check_held((select count(*) from settled), 1)
