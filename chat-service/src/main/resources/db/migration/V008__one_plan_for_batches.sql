-- Plans its statements once for each connection. By itself PostgreSQL plans a batch of a few messages anew every time,
-- because the estimate for short arrays looks cheaper; the plan is the same, and making it costs more than the batch.
alter function append_messages(bigint[], bigint[], uuid[], text[]) set plan_cache_mode = force_generic_plan;
alter function change_messages(bigint[], bigint[], bigint[], text[], text[]) set plan_cache_mode = force_generic_plan;
