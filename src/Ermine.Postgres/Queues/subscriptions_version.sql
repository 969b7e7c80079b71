-- Returns the version of the subscriptions. One row is read.
select v.version from ermine.event_subscriptions v
