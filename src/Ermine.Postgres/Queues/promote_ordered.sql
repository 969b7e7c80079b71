-- Moves at most @limit ordered messages whose time has come to the ready table, under new numbers: those whose group nobody sends to at this
-- moment, since ids ascend within a group in the order of commits. Nobody is waited for: the others are moved the next time. Returns nothing.
-- Index: due_at.
with due as materialized (
  select l.id, l.group_key from ermine.work_later l where l.due_at <= (select ermine.now()) order by l.due_at limit @limit::int for update skip locked
), free as materialized (
  select d.id from due d where d.group_key is null or pg_try_advisory_xact_lock(hashtextextended(@queue::text || '/' || d.group_key, 0))
), moved as (
  delete from ermine.work_later l where l.id = any (array(select f.id from free f))
  returning l.id, l.due_at, l.attempts, l.segment, l.version, l.group_key, l.headers, l.payload, l.enqueued_at, l.expires_at, l.run
)
insert into ermine.work_ready (segment, origin, attempts, version, group_key, headers, payload, enqueued_at, expires_at, run)
select m.segment, m.id, m.attempts, m.version, m.group_key, m.headers, m.payload, m.enqueued_at, m.expires_at, m.run from moved m order by m.due_at, m.id
