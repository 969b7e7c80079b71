-- Sends to a function that is told of dead letters, whose queue stands here as told, those of @letters that this transaction has made: by the
-- number of each in @ids. Returns nothing. Index: the primary key of the dead letters, looked up one by one.
insert into ermine.told_ready (segment, version, headers, payload, enqueued_at)
select 0, 1, t.headers, t.letter, (select ermine.now())
from unnest(@ids::bigint[], @letters::bytea[], @headers::jsonb[]) as t (id, letter, headers)
where (select d.xmin = pg_current_xact_id()::xid from ermine.work_dead d where d.id = t.id)
order by t.id
