-- Sends messages that are due after a while, under numbers of the ready table's sequence. Returns nothing.
insert into ermine.work_later (id, due_at, attempts, headers, payload, enqueued_at)
select nextval('ermine.work_ready_id_seq'), (select ermine.now()) + m.delay, 0, m.headers, m.payload, (select ermine.now())
from unnest(@payloads::bytea[], @headers::jsonb[], @delays::interval[]) with ordinality as m (payload, headers, delay, place)
order by m.place
