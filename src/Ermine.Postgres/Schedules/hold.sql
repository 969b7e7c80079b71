-- Until the transaction ends: a node that stands still in the middle of it loses its connection after two seconds, so that the schedules that it
-- had locked are free for others. Returns one row.
select set_config('idle_in_transaction_session_timeout', '2000', true)
