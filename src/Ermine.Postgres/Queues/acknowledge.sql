-- Removes messages that are done: all of @ids, or none, by SQLSTATE ERM01. Returns one row without a value. Index: the primary key (segment, id).
-- The fence is owner and attempt: a run whose message was claimed again, even by its own node, removes nothing.
with done as (
  delete from ermine.work_ready r
  where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
  returning r.id
)
select ermine.check_held(count(*), cardinality(@ids)) from done
