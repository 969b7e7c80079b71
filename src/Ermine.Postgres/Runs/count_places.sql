-- Returns one row: how many messages of a queue are leased, and how far each of its segments has been claimed, beyond which none is. After
-- lock_places.sql, as a statement of its own, which sees what those have claimed that it waited for. Index: the primary key (segment, id).
select count(r.id), l.high
from ermine.run_limit l cross join generate_series(0, 3) s (segment)
left join lateral (
  select w.id from ermine.work_ready w
  where w.segment = s.segment and w.id <= l.high[s.segment + 1] and w.leased_until > (select ermine.now()) and w.owner <> 0
) r on true
where l.queue = @queue::text
group by l.high
