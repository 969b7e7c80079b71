-- Returns the next events of the archive behind a position, in their order: at most @limit, and, of those that are wanted, @bytes or a single one. What is of
-- another bus or time comes without its body, so that whoever reads knows how far it has come. Index: the primary key.
select p.position, p.wanted, p.headers, p.body
from (
  select e.*, sum(case when e.wanted then octet_length(e.body) else 0 end) over behind as bytes, row_number() over behind as place
  from (
    select b.id * 1000 + e.place - 1 as position, w.wanted, e.headers, e.body
    from (select b.* from ermine.event_batch b where b.id >= @done_position::bigint / 1000 and b.id <= @last_position::bigint / 1000 order by b.id limit @limit::int) b,
      lateral (select b.bus = @bus::text and b.published_at >= coalesce(@from_time::timestamptz, '-infinity') and b.published_at < coalesce(@to_time::timestamptz, 'infinity') as wanted) w,
      unnest(b.subscribers, case when w.wanted then b.headers end, case when w.wanted then b.bodies end) with ordinality as e (subscribers, headers, body, place)
    where b.id * 1000 + e.place - 1 > @done_position and b.id * 1000 + e.place - 1 <= @last_position
    order by b.id, e.place limit @limit
  ) e
  window behind as (order by e.position)
) p
where p.place = 1 or p.bytes <= @bytes::bigint
order by p.position
