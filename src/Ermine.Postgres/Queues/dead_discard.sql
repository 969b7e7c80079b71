-- Deletes dead letters that fit. Returns one row: how many. Index: the primary key, or the one on the fingerprint.
with chosen as materialized (
  select d.id from ermine.work_dead d
  where d.id > @after::bigint and (@id::bigint is null or d.id = @id) and (@fingerprint::text is null or d.fingerprint = @fingerprint)
    and (@before::timestamptz is null or d.died_at < @before) and (@since::timestamptz is null or d.died_at >= @since)
  order by d.id limit @limit::int for update skip locked
), gone as (
  delete from ermine.work_dead d where d.id = any (array(select c.id from chosen c)) returning d.id
)
select count(*)::int from gone
