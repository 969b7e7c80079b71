-- Until the transaction ends: its commit does not wait for the disk. Only for what a crash of the server may forget, such as a claim,
-- which is then made again. Returns one row.
select set_config('synchronous_commit', 'off', true)
