-- Fires: for each of @schedules and @slots that has had no firing, its record and a message in the queue of the function, in their order. What is
-- to be skipped while another of its schedule waits or runs, is; what takes the place of the other deletes its message, whose fence then refuses it.
-- Returns one row: how many slots had had no firing. Index: the primary key of the slots, and (group_key, id) of ordered messages, each looked up
-- once for each firing; by sub-selects with a limit, which no planner makes a join of. The schedules are locked, so that nobody else fires them or
-- sends to their groups; if ever somebody did, the primary key of the slots would end the transaction.
with fresh as materialized (
  select f.schedule, f.slot, f.reason, f.overlap, f.body, f.place, f.dropped or (f.overlap = 0 and (
    select r.id from ermine.work_ready r where r.segment = 3 and r.group_key = f.schedule order by r.group_key, r.id limit 1) is not null) as dropped
  from unnest(@schedules::text[], @slots::timestamptz[], @reasons::smallint[], @overlaps::smallint[], @dropped::boolean[], @bodies::bytea[])
    with ordinality as f (schedule, slot, reason, overlap, dropped, body, place)
  where (select s.fired_at from ermine.schedule_slot s where s.schedule = f.schedule and s.slot = f.slot limit 1) is null
), recorded as (
  insert into ermine.schedule_slot (schedule, slot, fired_at, reason, dropped)
  select f.schedule, f.slot, (select ermine.now()), f.reason, f.dropped from fresh f order by f.place
), replaced as (
  delete from ermine.work_ready r where r.segment = 3 and r.group_key = any (array(select f.schedule from fresh f where f.overlap = 2 and not f.dropped))
), messages as (
  insert into ermine.work_ready (segment, group_key, payload, enqueued_at)
  select 3, f.schedule, f.body, (select ermine.now()) from fresh f where not f.dropped order by f.place
)
select count(*)::int from fresh
