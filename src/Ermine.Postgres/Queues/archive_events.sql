-- Records events, in their order; of those with one key within a time, here or before, only the first. Returns nothing. Written to: the primary
-- key, at its right end; the primary key of the keys, taken in their order, so that two publishers do not wait for each other in a circle.
with published as materialized (
  select p.* from unnest(@buses::text[], @subscribers::smallint[], @headers::jsonb[], @bodies::bytea[], @keys::text[], @windows::interval[])
    with ordinality as p (bus, subscribers, headers, body, key, "window", place)
), firsts as (
  insert into ermine.event_key as k (bus, key, until)
  select distinct on (p.bus, p.key) p.bus, p.key, (select ermine.now()) + p."window" from published p where p.key is not null order by p.bus, p.key, p.place
  on conflict (bus, key) do update set until = excluded.until where k.until <= (select ermine.now())
  returning k.bus, k.key
)
insert into ermine.event (bus, published_at, subscribers, headers, body)
select p.bus, (select ermine.now()), p.subscribers, p.headers, p.body
from published p
where p.key is null or (exists (select from firsts f where f.bus = p.bus and f.key = p.key)
  and not exists (select from published e where e.bus = p.bus and e.key = p.key and e.place < p.place))
order by p.place
