-- Sends no more to a destination for the reason @disabled, or, where that is empty, sends again. Returns one row without a value. Index: the primary keys.
select ermine.switch_webhook_destination(@name::text, nullif(@disabled::text, ''))
