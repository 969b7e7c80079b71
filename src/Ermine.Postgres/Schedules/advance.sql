-- Moves schedules that this transaction has locked on to their next times. Returns nothing. Index: the primary key, once for each; no join, whose plan
-- would depend on how many schedules there were when it was made.
update ermine.schedule s
set next_slot = (@next_slots::timestamptz[])[array_position(@names::text[], s.name)], next_at = (@next_ats::timestamptz[])[array_position(@names, s.name)],
  last_slot = coalesce((@last_slots::timestamptz[])[array_position(@names, s.name)], s.last_slot)
where s.name = any (@names)
