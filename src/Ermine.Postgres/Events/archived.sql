-- Returns the next events of the archive behind a position, in their order: at most @limit, and, of those that are wanted, @bytes or a single one. What is of
-- another bus or time comes as its row's last position without a body, so that whoever reads knows how far it has come. Index: the primary key.
select p.position, p.wanted, p.headers, p.body
from (
  select e.*, sum(case when e.wanted then octet_length(e.body) else 0 end) over behind as bytes, row_number() over behind as place
  from (
    select e.position, w.wanted, e.headers, e.body
    from (select b.* from ermine.event_batch b where b.id >= @done_position::bigint / 1000 and b.id <= @last_position::bigint / 1000 order by b.id limit @limit::int) b,
      lateral (select b.bus = @bus::text and b.published_at >= coalesce(@from_time::timestamptz, '-infinity') and b.published_at < coalesce(@to_time::timestamptz, 'infinity') as wanted) w,
      lateral (
        select b.id * 1000 + u.place - 1 as position, u.headers, u.body from unnest(b.headers, b.bodies) with ordinality as u (headers, body, place) where w.wanted
        union all
        select least(b.id * 1000 + cardinality(b.subscribers) - 1, @last_position), null, null where not w.wanted
      ) e
    where e.position > @done_position and e.position <= @last_position
    order by b.id, e.position limit @limit
  ) e
  window behind as (order by e.position)
) p
where p.place = 1 or p.bytes <= @bytes::bigint
order by p.position
