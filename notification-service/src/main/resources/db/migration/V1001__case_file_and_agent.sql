-- What this service needs to know of a case to write to the people around it.
create table case_file (
  case_id       uuid   not null primary key,
  case_number   text   not null unique,
  subject       text,
  customer_id   uuid   not null,
  channel       text   not null,
  locale        text   not null,
  address       text,
  message_ids   text[] not null,
  last_received text,
  queue         text,
  owner         text,
  unconfirmed   jsonb  not null,
  -- Numbers this service's own events about the case.
  sequence      bigint not null default 0
);
create index case_file_queue on case_file (queue);
create index case_file_owner on case_file (owner);

-- Where an agent's alerts go, and which cases' notices he may see.
create table agent (
  agent_id text    not null primary key,
  version  bigint  not null,
  address  text    not null,
  language text    not null,
  queues   text[]  not null,
  active   boolean not null
);
