-- Returns the buses that have events in the archive, each found behind the one before. Index: event_batch_bus_published_at_idx.
with recursive found as (
  (select b.bus from ermine.event_batch b order by b.bus limit 1)
  union all
  select (select b.bus from ermine.event_batch b where b.bus > f.bus order by b.bus limit 1) from found f where f.bus is not null
)
select f.bus from found f where f.bus is not null
