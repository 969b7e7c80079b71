-- Until the transaction ends: plans by primary key, whatever the tables' statistics say, planned once. A queue's table is empty when a plan
-- is made and long when it is used, and jit would compile every claim, because a limit by parameter is estimated as a tenth of the table.
-- Local settings, so that pooled connections and PgBouncer stay as they were. Returns one row.
select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true),
  set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true),
  set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_material', 'off', true)
