-- Removes a destination and its subscription. Returns one row without a value. Index: the primary keys.
select ermine.remove_webhook_destination(@name::text)
