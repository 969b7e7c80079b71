-- In which format a destination gets its events. Nodes of an earlier version know of one only, send that, and leave this as it is.
alter table ermine.webhook_destination add column format text not null default 'Event';

drop trigger destination_changed on ermine.webhook_destination;
create trigger destination_changed after update on ermine.webhook_destination for each row
  when ((old.url, old.bus, old.pattern, old.format, old.max_rate, old.secrets, old.former_until, old.declared, old.disabled_at, old.removed_at)
    is distinct from (new.url, new.bus, new.pattern, new.format, new.max_rate, new.secrets, new.former_until, new.declared, new.disabled_at, new.removed_at))
  execute function ermine.webhook_destinations_changed();

-- As the function without a format, which those nodes call.
create function ermine.put_webhook_destination(of_name text, new_url text, new_bus text, new_pattern text, new_format text, new_max_rate text, given text[], new_secret text, is_declared boolean) returns void
  language plpgsql
  as $$
begin
  perform ermine.put_webhook_destination(of_name, new_url, new_bus, new_pattern, new_max_rate, given, new_secret, is_declared);
  update ermine.webhook_destination d set format = new_format where d.name = of_name and d.format <> new_format;
end
$$;
