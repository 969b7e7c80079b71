-- Deletes destinations that were removed before @kept, or that no node has declared since, with their queues. Returns one row: how many. Goes through the table, whose rows are few.
select ermine.forget_webhook_destinations(@kept::interval)
