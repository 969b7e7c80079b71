-- Returns the next events of the archive behind a position, in their order: at most @limit, and, of those that are wanted, @bytes or a single one. What is of
-- another bus or time comes without its body, so that whoever reads knows how far it has come. Index: the primary key.
select p.position, p.wanted, p.headers, p.body
from (
  select e.position, w.wanted, case when w.wanted then e.headers end as headers, case when w.wanted then e.body end as body,
    sum(case when w.wanted then octet_length(e.body) else 0 end) over behind as bytes, row_number() over behind as place
  from (select e.* from ermine.event e where e.position > @done_position::bigint and e.position <= @last_position::bigint order by e.position limit @limit::int) e,
    lateral (select e.bus = @bus::text and e.published_at >= coalesce(@from_time::timestamptz, '-infinity') and e.published_at < coalesce(@to_time::timestamptz, 'infinity') as wanted) w
  window behind as (order by e.position)
) p
where p.place = 1 or p.bytes <= @bytes::bigint
order by p.position
