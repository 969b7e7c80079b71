-- Fires: for each of @schedules and @slots that has had no firing, its record and a message in the queue of the function, in their order. What is
-- to be skipped while another of its schedule waits or runs, is; what takes the place of the other deletes its message, whose fence then refuses it.
-- Returns one row: how many slots had had no firing. Index: the primary key of the slots, and (group_key, id) of ordered messages, looked up once
-- for each schedule. The schedules are locked, so that nobody else sends to their groups.
with asked as materialized (
  select f.* from unnest(@schedules::text[], @slots::timestamptz[], @reasons::smallint[], @overlaps::smallint[], @dropped::boolean[], @bodies::bytea[])
    with ordinality as f (schedule, slot, reason, overlap, dropped, body, place)
), fresh as (
  insert into ermine.schedule_slot (schedule, slot, fired_at, reason, dropped)
  select a.schedule, a.slot, (select ermine.now()), a.reason, a.dropped or (a.overlap = 0 and (
    select r.id from ermine.work_ready r where r.segment = 3 and r.group_key = a.schedule order by r.group_key, r.id limit 1) is not null)
  from asked a order by a.place
  on conflict do nothing
  returning schedule, slot, dropped
), sent as materialized (
  select a.schedule, a.overlap, a.body, a.place from asked a where exists (select from fresh f where f.schedule = a.schedule and f.slot = a.slot and not f.dropped)
), replaced as (
  delete from ermine.work_ready r where r.segment = 3 and r.group_key = any (array(select s.schedule from sent s where s.overlap = 2))
), messages as (
  insert into ermine.work_ready (segment, group_key, payload, enqueued_at)
  select 3, s.schedule, s.body, (select ermine.now()) from sent s order by s.place
)
select count(*)::int from fresh
