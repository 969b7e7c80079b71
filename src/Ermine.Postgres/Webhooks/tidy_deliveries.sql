-- Deletes of the oldest @limit attempts those that are older than @kept, or of which there are more than @most. Returns one row: how many. Index: the primary key, at its left end.
with oldest as materialized (
  select d.id, d.at from ermine.webhook_delivery d order by d.id limit @limit::int for update skip locked
), gone as (
  delete from ermine.webhook_delivery d
  where d.id = any (array(
    select o.id from oldest o
    where o.at < (select ermine.now()) - @kept::interval or o.id <= (select max(n.id) from ermine.webhook_delivery n) - @most::bigint))
  returning 1
)
select count(*)::int from gone
