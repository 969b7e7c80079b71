-- Deletes declared subscriptions that no node has declared for @kept. Returns nothing. Goes through the table, whose rows are few.
delete from ermine.event_subscription s where s.declared and s.seen_at < (select ermine.now()) - @kept::interval
