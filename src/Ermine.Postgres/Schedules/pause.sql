-- Pauses or resumes a schedule, with its next time. Returns nothing. Index: the primary key.
update ermine.schedule s set paused = @paused::boolean, next_slot = (@next_slots::timestamptz[])[1], next_at = (@next_ats::timestamptz[])[1] where s.name = @name::text
