-- Up to which message an agent has looked at a case.
create table case_look (
  agent_id   text   not null,
  case_id    uuid   not null references routing_case,
  intake_seq bigint not null,
  primary key (agent_id, case_id)
);

-- The work of an agent and of a queue, without all that is done.
create index routing_case_work on routing_case (owner, queue) where status in ('OPEN', 'PENDING');
