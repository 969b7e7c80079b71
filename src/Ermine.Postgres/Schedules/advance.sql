-- Moves schedules that this transaction has locked on to their next times. Returns nothing. Index: the primary key, once for each.
update ermine.schedule s
set next_slot = n.next_slot, next_at = n.next_at, last_slot = coalesce(n.last_slot, s.last_slot)
from unnest(@names::text[], @next_slots::timestamptz[], @next_ats::timestamptz[], @last_slots::timestamptz[]) as n (name, next_slot, next_at, last_slot)
where s.name = n.name
