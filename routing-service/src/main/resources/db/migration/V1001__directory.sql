-- Ids have no blanks, so a list of them is a text with blanks in between.
create table agent (
  id             text        not null primary key,
  version        bigint      not null,
  name           text        not null,
  email          text        not null,
  role           text        not null,
  queues         text        not null,
  skills         text        not null,
  languages      text        not null,
  capacity       integer     not null,
  active         boolean     not null,
  presence       text        not null,
  load           integer     not null default 0,
  idle_since     timestamptz not null,
  event_sequence bigint      not null
);
create index agent_queues on agent using gin (string_to_array(queues, ' '));

-- What a queue asks for is read as a whole, so it is kept as one JSON document.
create table queue (
  id             text   not null primary key,
  version        bigint not null,
  definition     text   not null,
  event_sequence bigint not null
);

-- The queue of last resort, until somebody defines it.
insert into queue (id, version, definition, event_sequence)
values ('default', 0, '{"name":"Default","order":2147483647,"strategy":"least-loaded"}', 0);

-- Whose turn it is in queues that go round.
create table queue_turn (
  queue_id  text   not null,
  agent_id  text   not null,
  last_turn bigint not null,
  primary key (queue_id, agent_id)
);
