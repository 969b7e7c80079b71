-- Returns the buses that have events in the archive, each found behind the one before. Index: event_bus_published_at_idx.
with recursive found as (
  (select e.bus from ermine.event e order by e.bus limit 1)
  union all
  select (select e.bus from ermine.event e where e.bus > f.bus order by e.bus limit 1) from found f where f.bus is not null
)
select f.bus from found f where f.bus is not null
