-- Removes those messages of runs that are done and still held, and records these runs with what they answered. Returns the ids of the messages.
-- @ids ascend, and @results stand beside them: see acknowledge.sql. Index: the primary key (segment, id).
with done as (
  delete from ermine.work_ready r
  where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
  returning r.id, r.run, r.attempts, r.version, r.group_key, r.headers, r.payload, r.enqueued_at
), ended as (
  insert into ermine.run (id, queue, state, attempts, segment, version, group_key, headers, payload, result, enqueued_at, ended_at)
  select d.run, @queue::text, 'done', d.attempts, @segment, d.version, d.group_key, d.headers, d.payload, (@results::bytea[])[width_bucket(d.id, @ids)], d.enqueued_at, (select ermine.now())
  from done d
)
select d.id from done d
