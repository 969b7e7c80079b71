-- Makes or changes subscriptions, in the order of their names, so that two who do so do not wait for each other in a circle. What is as it was raises no
-- version. Returns nothing. Index: the primary key.
insert into ermine.event_subscription as s (name, bus, queue, pattern, input, group_key, declared, template, seen_at)
select n.*, (select ermine.now())
from unnest(@names::text[], @buses::text[], @queues::text[], @patterns::text[], @inputs::text[], @group_keys::text[], @declareds::boolean[], @templates::text[]) as n (name, bus, queue, pattern, input, group_key, declared, template)
order by n.name
on conflict (name) do update set
  bus = excluded.bus, queue = excluded.queue, pattern = excluded.pattern, input = excluded.input, group_key = excluded.group_key, declared = excluded.declared, template = excluded.template, seen_at = excluded.seen_at
