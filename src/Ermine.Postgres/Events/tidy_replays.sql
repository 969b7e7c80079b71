-- Deletes replays that ended before @kept. Returns nothing. Goes through the table, whose rows are few.
delete from ermine.event_replay r where r.ended_at < (select ermine.now()) - @kept::interval
