-- Gives a destination a new secret; the former one signs too for @kept. Returns nothing. Index: the primary key.
update ermine.webhook_destination d set secrets = array[@secret::text, d.secrets[1]], former_until = (select ermine.now()) + @kept::interval
where d.name = @name::text and d.removed_at is null
