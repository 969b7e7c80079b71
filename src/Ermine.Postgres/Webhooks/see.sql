-- Notes that declared destinations are still there. Returns nothing. Index: the primary key.
update ermine.webhook_destination d set seen_at = (select ermine.now()) where d.name = any (@names::text[]) and d.declared
