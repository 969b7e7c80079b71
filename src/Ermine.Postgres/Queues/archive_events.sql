-- Records events of a bus without keys, in their order, as one row; @headers is null where none has any. Ends the transaction by SQLSTATE ERM03 where the
-- subscriptions are no longer those of @version. Returns nothing. Written to: the primary key and event_batch_bus_published_at_idx. One row is read.
insert into ermine.event_batch (bus, published_at, subscribers, headers, bodies)
select @bus::text, ermine.now(), @subscribers::smallint[], @headers::jsonb[], @bodies::bytea[]
from ermine.event_subscriptions s where s.version = @version::bigint or ermine.check_subscriptions(@version) is null
