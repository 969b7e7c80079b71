-- Makes or changes a destination, its queue and its subscription; what is as it was raises no version. Returns one row without a value. Index: the primary keys.
select ermine.put_webhook_destination(@name::text, @url::text, @bus::text, @pattern::text, @format::text, nullif(@max_rate::text, ''), nullif(@secrets::text[], '{}'), @new_secret::text, @declared::boolean)
