-- Sends messages that ask for nothing but to be handled, in the order in which their arrays are unnested; @headers and @runs may be empty. Returns nothing.
-- Written to: the primary key (segment, id), at its right end.
insert into ermine.work_ready (segment, version, headers, payload, enqueued_at, run)
select @segment::smallint, @version::smallint, m.headers, m.payload, (select ermine.now()), m.run
from unnest(@payloads::bytea[], @headers::jsonb[], @runs::uuid[]) as m (payload, headers, run)
