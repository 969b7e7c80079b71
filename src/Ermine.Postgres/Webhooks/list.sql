-- Returns attempts that fit, the latest first: id, destination, event, attempt, time, milliseconds, status, error, next time, message, when published. Index: destination and number.
select d.id, d.destination, d.event_id, d.attempt, d.at, d.duration_ms, d.status, d.error, d.next_at, d.message, d.published_at
from ermine.webhook_delivery d
where d.destination = @destination::text and d.id < @before::bigint and (@id::bigint is null or d.id = @id) and (@event_id::text is null or d.event_id = @event_id)
  and (not @failed::boolean or d.error is not null)
order by d.id desc limit @limit::int
