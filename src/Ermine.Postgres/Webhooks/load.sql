-- Returns the version of the destinations, and beside it each of them, in the order of their names; one row of nulls where there are none. Index: the primary key.
select v.version, d.name, d.url, d.bus, d.pattern, d.max_rate, d.secrets, d.former_until, d.declared, d.disabled_at, d.disabled_reason, d.format
from ermine.webhook_destinations v left join ermine.webhook_destination d on d.removed_at is null order by d.name
