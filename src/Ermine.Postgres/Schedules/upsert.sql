-- Makes or changes schedules, in the order of their names, so that two who do so do not wait for each other in a circle. One whose times are as they
-- were keeps its next. Returns nothing. Index: the primary key.
insert into ermine.schedule as s (name, function, queue, expression, zone, overlap, missed, jitter_seconds, payload, declared, next_slot, next_at, seen_at)
select n.*, (select ermine.now())
from unnest(@names::text[], @functions::text[], @queues::text[], @expressions::text[], @zones::text[], @overlaps::smallint[], @misseds::smallint[], @jitters::int[],
  @payloads::bytea[], @declareds::boolean[], @next_slots::timestamptz[], @next_ats::timestamptz[]) as n (name, function, queue, expression, zone, overlap, missed, jitter, payload, declared, next_slot, next_at)
order by n.name
on conflict (name) do update set
  function = excluded.function, queue = excluded.queue, expression = excluded.expression, zone = excluded.zone, overlap = excluded.overlap, missed = excluded.missed,
  jitter_seconds = excluded.jitter_seconds, payload = excluded.payload, declared = excluded.declared, seen_at = excluded.seen_at,
  next_slot = case when (s.expression, s.zone, s.jitter_seconds) = (excluded.expression, excluded.zone, excluded.jitter_seconds) then s.next_slot else excluded.next_slot end,
  next_at = case when (s.expression, s.zone, s.jitter_seconds) = (excluded.expression, excluded.zone, excluded.jitter_seconds) then s.next_at else excluded.next_at end
