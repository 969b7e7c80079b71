-- Returns dead letters that fit, the oldest number first: id, reason, function, exception, fingerprint, attempts, enqueued_at, died_at, headers, group;
-- and, where @whole, detail and payload. Index: the primary key, or the one on the fingerprint.
select d.id, coalesce(d.error, ''), d.function, d.exception, d.fingerprint, d.attempts, d.enqueued_at, d.died_at, d.headers, d.group_key,
  case when @whole::boolean then d.detail end, case when @whole then d.payload end
from ermine.work_dead d
where d.id > @after::bigint and (@id::bigint is null or d.id = @id) and (@fingerprint::text is null or d.fingerprint = @fingerprint)
  and (@before::timestamptz is null or d.died_at < @before) and (@since::timestamptz is null or d.died_at >= @since)
order by d.id limit @limit::int
