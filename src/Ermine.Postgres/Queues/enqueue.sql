-- Sends messages that are due at once, in their order. Returns nothing. Written to: the primary key (segment, id), at its right end.
insert into ermine.work_ready (segment, headers, payload, enqueued_at)
select @segment::smallint, m.headers, m.payload, (select ermine.now())
from unnest(@payloads::bytea[], @headers::jsonb[]) with ordinality as m (payload, headers, place)
order by m.place
