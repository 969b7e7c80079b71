-- Ends the transaction by SQLSTATE ERM03 where the subscriptions are no longer those of @version. Returns one row without a value. One row is read.
select ermine.check_subscriptions(@version::bigint)
