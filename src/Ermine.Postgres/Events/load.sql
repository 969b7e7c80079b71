-- Returns the version of the subscriptions, and beside it each of them, in the order of their names; one row of nulls where there are none. Index: the primary key.
select v.version, s.name, s.bus, s.queue, s.pattern, s.input, s.group_key, s.declared, s.template
from ermine.event_subscriptions v left join ermine.event_subscription s on true order by s.name
