-- Notes that declared subscriptions are still there. Returns nothing. Index: the primary key.
update ermine.event_subscription s set seen_at = (select ermine.now()) where s.name = any (@names::text[]) and s.declared
