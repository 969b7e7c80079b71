-- Records an attempt. Returns nothing. Written to: the primary key, at its right end, and the index on destination and number.
insert into ermine.webhook_delivery (destination, event_id, message, published_at, attempt, at, duration_ms, status, error, next_at)
values (@destination::text, @event_id::text, @message::bigint, @published_at::timestamptz, @attempt::smallint, @at::timestamptz, @duration_ms::int, @status::smallint, @error::text, @next_at::timestamptz)
