-- Removes a subscription. Returns nothing. Index: the primary key.
delete from ermine.event_subscription s where s.name = @name::text and not s.declared
