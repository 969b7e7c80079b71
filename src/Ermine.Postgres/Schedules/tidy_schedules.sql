-- Deletes schedules that the app made and that are over, and declared ones whose function no node has had for @kept. Returns nothing. Goes through
-- the table, whose rows are few beside what they fire.
delete from ermine.schedule s
where case when s.declared then s.seen_at < (select ermine.now()) - @kept::interval else s.next_slot is null and s.last_slot < (select ermine.now()) - @kept end
