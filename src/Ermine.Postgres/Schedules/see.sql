-- Notes that declared schedules are still there. Returns nothing. Index: the primary key.
update ermine.schedule s set seen_at = (select ermine.now()) where s.name = any (@names::text[]) and s.declared
