-- Records events of which some have keys, those of one bus and number of @batches as one row: of those with one key within a time, here or before, only the
-- first. Ends the transaction by SQLSTATE ERM03 where the subscriptions are no longer those of @version. Returns nothing. Written to: what archive_events.sql
-- writes to; the primary key of the keys, taken in their order, so that two publishers do not wait for each other in a circle.
with published as materialized (
  select p.* from (select from ermine.event_subscriptions s where s.version = @version::bigint or ermine.check_subscriptions(@version) is null) known,
    unnest(@buses::text[], @batches::int[], @subscribers::smallint[], @headers::jsonb[], @bodies::bytea[], @keys::text[], @windows::interval[])
    with ordinality as p (bus, batch, subscribers, headers, body, key, "window", place)
), firsts as (
  insert into ermine.event_key as k (bus, key, until)
  select distinct on (p.bus, p.key) p.bus, p.key, (select ermine.now()) + p."window" from published p where p.key is not null order by p.bus, p.key, p.place
  on conflict (bus, key) do update set until = excluded.until where k.until <= (select ermine.now())
  returning k.bus, k.key
)
insert into ermine.event_batch (bus, published_at, subscribers, headers, bodies)
select p.bus, (select ermine.now()), array_agg(p.subscribers order by p.place), array_agg(p.headers order by p.place), array_agg(p.body order by p.place)
from published p
where p.key is null or (exists (select from firsts f where f.bus = p.bus and f.key = p.key)
  and not exists (select from published e where e.bus = p.bus and e.key = p.key and e.place < p.place))
group by p.bus, p.batch
order by p.batch
