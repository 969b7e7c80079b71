-- Sends no more to a destination for the reason @disabled, or, where that is null, sends again. Returns one row without a value. Index: the primary keys.
select ermine.switch_webhook_destination(@name::text, @disabled::text)
