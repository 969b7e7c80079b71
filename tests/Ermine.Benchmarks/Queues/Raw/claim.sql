-- Leases at most $1 messages above the watermark $2. Returns id and payload. Index: the primary key only, so that the claim is a HOT update.
with waiting as materialized (
  select id from raw_queue where id > $2 and leased_until <= now() order by id limit $1 for update skip locked
)
update raw_queue q set leased_until = now() + interval '30 s', attempts = attempts + 1
from waiting w where q.id = w.id
returning q.id, q.payload
