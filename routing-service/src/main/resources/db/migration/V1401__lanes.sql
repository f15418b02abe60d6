-- The waiting cases of a queue by language and channel, so that the drainer reads only cases that a
-- free agent can take.
create index routing_case_lane
  on routing_case (queue, language, channel, turn_rank, turn_due, waiting_since, id)
  where status = 'OPEN' and owner is null;

-- The longest wait of each queue, for operators.
create index routing_case_waiting on routing_case (queue, waiting_since)
  where status = 'OPEN' and owner is null;
