-- Takes at most @wanted tokens of a rate that holds over all nodes: @per_second come in, @most are kept. Returns how many were taken, and the
-- seconds until there is one again, 0 where there is. With a negative @wanted so many are given back. Index: the primary key of ermine.rate.
select t.taken, t.wait_seconds from ermine.take_rate(@name::text, @per_second::double precision, @most::double precision, @wanted::int) as t
