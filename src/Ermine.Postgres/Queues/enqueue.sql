-- Sends messages that ask for nothing but to be handled, in their order. Returns nothing. Written to: the primary key (segment, id), at its right end.
insert into ermine.work_ready (segment, version, headers, payload, enqueued_at)
select @segment::smallint, @version::smallint, m.headers, m.payload, (select ermine.now())
from unnest(@payloads::bytea[], @headers::jsonb[]) with ordinality as m (payload, headers, place)
order by m.place
