-- Who closed a case: a customer who did so waits for no answer of it any more.
alter table routing_case add column closed_by text;
update routing_case set closed_by = (
  select actor from case_timeline
  where case_id = routing_case.id and type = 'case.status-changed'
  order by place desc limit 1)
where status in ('CLOSED', 'MERGED', 'SPAM');

-- Up to here a decision about the urgency of a case must have seen our events to hold.
alter table routing_case add column overtaking_seq bigint not null default 0;

-- Why an answer of staff did not reach the customer, until it does.
alter table case_text add column undelivered text;
alter table case_text add column undelivered_reason text;
alter table case_text add column undelivered_at timestamptz;
