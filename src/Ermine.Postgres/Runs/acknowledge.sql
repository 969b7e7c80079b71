-- Removes messages of runs that are done, and records the runs with what they answered: all of @ids, or none, by SQLSTATE ERM01. Returns one row
-- without a value. @ids ascend, and @results stand beside them: each finds its own by a binary search, for a join with the list would have a plan
-- that was made while the table was empty. Index: the primary key (segment, id).
with done as (
  delete from ermine.work_ready r
  where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
  returning r.id, r.run, r.attempts, r.version, r.group_key, r.headers, r.payload, r.enqueued_at
), ended as (
  insert into ermine.run (id, queue, state, attempts, segment, version, group_key, headers, payload, result, enqueued_at, ended_at)
  select d.run, @queue::text, 'done', d.attempts, @segment, d.version, d.group_key, d.headers, d.payload, (@results::bytea[])[width_bucket(d.id, @ids)], d.enqueued_at, (select ermine.now())
  from done d
)
select ermine.check_held(count(*), cardinality(@ids)) from done
