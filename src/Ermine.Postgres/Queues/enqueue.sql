-- Sends messages that ask for nothing but to be handled, in the order in which their arrays are unnested; @headers and @runs may be empty. Returns nothing.
-- Written to: the partition of the segment, since finding it again for each statement costs a fifth of what a short one does, and the end of its primary key.
-- Numbers are those of the whole table; from PostgreSQL 17 on a partition would draw its own in vain.
insert into ermine.work_ready_0 (id, segment, version, headers, payload, enqueued_at, run) overriding system value
select nextval('ermine.work_ready_id_seq'), @segment::smallint, @version::smallint, m.headers, m.payload, (select ermine.now()), m.run
from unnest(@payloads::bytea[], @headers::jsonb[], @runs::uuid[]) as m (payload, headers, run)
