-- Returns the version of the destinations. One row is read.
select v.version from ermine.webhook_destinations v
