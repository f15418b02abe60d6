-- The life of a case, what it is about and where it waits. The row is locked by whoever changes
-- anything about the case or publishes an event of it.
create table routing_case (
  id                  uuid        not null primary key,
  case_number         text        not null unique,
  status              text        not null,
  owner               text,
  queue               text        not null,
  priority            text        not null,
  category            text        not null,
  language            text        not null,
  channel             text        not null,
  reply_channel       text        not null,
  assurance           text        not null,
  subject             text        not null,
  customer_id         uuid        not null,
  customer_name       text,
  customer_address    text,
  opened_at           timestamptz not null,
  updated_at          timestamptz not null,
  waiting_since       timestamptz not null,
  wake_at             timestamptz,
  reopen_until        timestamptz,
  reopen_count        integer     not null,
  seen_intake_seq     bigint      not null,
  answered_intake_seq bigint      not null,
  -- The instants of the running clocks, and the earliest of them.
  deadlines           text        not null,
  due_at              timestamptz,
  -- The units that it counts for in its owner's load; 0 while it counts for none.
  held_units          integer     not null,
  -- Of the request that last moved it, for what follows from that later.
  correlation_id      text        not null,
  event_sequence      bigint      not null,
  version             bigint      not null,
  turn_rank           smallint    not null generated always as (
    case priority when 'URGENT' then 0 when 'HIGH' then 1 when 'NORMAL' then 2 else 3 end) stored,
  turn_due            timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored
);
create index routing_case_turn
  on routing_case (queue, turn_rank, turn_due, waiting_since, id)
  where status = 'OPEN' and owner is null;
create index routing_case_owner on routing_case (owner, id) where owner is not null;
create index routing_case_queue on routing_case (queue, id);
create index routing_case_customer on routing_case (customer_id);
create index routing_case_address on routing_case (customer_address);

-- Who has given a case back since he last came online.
create table declined (
  case_id  uuid not null references routing_case,
  agent_id text not null,
  primary key (case_id, agent_id)
);
create index declined_agent on declined (agent_id);

-- Why a case went to this agent.
create table routing_decision (
  id      uuid   not null primary key,
  case_id uuid   not null references routing_case,
  place   bigint generated always as identity,
  record  jsonb  not null
);
create index routing_decision_case on routing_decision (case_id, place);

-- What happened to a case, for people.
create table case_timeline (
  event_id uuid        not null primary key,
  case_id  uuid        not null references routing_case,
  place    bigint      generated always as identity,
  type     text        not null,
  at       timestamptz not null,
  actor    text        not null,
  detail   jsonb       not null
);
create index case_timeline_case on case_timeline (case_id, place);

-- What customers and agents wrote. The terms make it searchable in any language: words, and pairs
-- of characters where words are not set apart.
create table case_text (
  case_id    uuid   not null references routing_case,
  id         uuid   not null,
  intake_seq bigint not null,
  text       text   not null,
  terms      text[] not null,
  -- A message that was moved is on two cases.
  primary key (case_id, id)
);
create index case_text_terms on case_text using gin (terms);
