-- Moves at most @limit messages whose time has come to the ready table, under new numbers, which stand above every node's low watermark.
-- Returns nothing. Index: due_at. Nodes that do so at once skip each other's rows; materialized, so that the limit is taken once.
with due as materialized (
  select l.id from ermine.work_later l where l.due_at <= (select ermine.now()) order by l.due_at limit @limit::int for update skip locked
), moved as (
  delete from ermine.work_later l where l.id = any (array(select d.id from due d))
  returning l.id, l.due_at, l.attempts, l.segment, l.version, l.group_key, l.headers, l.payload, l.enqueued_at, l.expires_at, l.run
)
insert into ermine.work_ready (segment, origin, attempts, version, group_key, headers, payload, enqueued_at, expires_at, run)
select m.segment, m.id, m.attempts, m.version, m.group_key, m.headers, m.payload, m.enqueued_at, m.expires_at, m.run from moved m order by m.due_at, m.id
