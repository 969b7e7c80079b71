-- Moves messages to the dead letters, under the number that each was first given; those no longer held are passed over, or,
-- where @all is set, that ends the transaction instead, by SQLSTATE ERM01. Returns one row without a value. Index: the primary key (segment, id).
with failed as (
  delete from ermine.work_ready r
  where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
  returning r.id, r.origin, r.attempts, r.version, r.group_key, r.headers, r.payload, r.enqueued_at, r.run
), buried as (
  insert into ermine.work_dead (id, died_at, attempts, segment, version, group_key, headers, payload, enqueued_at, run, error, function, exception, detail, fingerprint)
  select coalesce(f.origin, f.id), (select ermine.now()), f.attempts, @segment, f.version, f.group_key, f.headers, f.payload, f.enqueued_at, f.run,
    @reason::text, @function::text, @exception::text, @detail::text, @fingerprint::text
  from failed f
)
select ermine.check_held(count(*), case when @all::boolean then cardinality(@ids) else count(*) end) from failed
