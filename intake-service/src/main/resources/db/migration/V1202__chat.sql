-- A visitor of the chat. Of his token only a hash is kept.
create table chat_session (
  id         uuid        not null primary key,
  token_hash bytea       not null unique,
  name       text,
  address    text,
  locale     text        not null,
  expires_at timestamptz not null
);
create index chat_session_expires on chat_session (expires_at);

-- How clients named their messages, so that a repeated frame is one message.
create table chat_message (
  session_id        uuid not null references chat_session on delete cascade,
  client_message_id text not null,
  message_id        uuid not null references message,
  primary key (session_id, client_message_id)
);

alter table customer_case add column assurance text not null default 'NONE';
-- The chat session that shows the case, and which of the session's cases it is, from 1.
alter table customer_case add column chat_session_id uuid;
alter table customer_case add column chat_ordinal integer;
create unique index customer_case_chat on customer_case (chat_session_id, chat_ordinal);

-- Whether the customer's client has shown an agent's answer; null where nothing tells.
alter table message add column delivery text;
create index message_awaited on message (case_id) where delivery = 'AWAITED';

-- A case's moves between statuses, at their place in the conversation.
create table status_change (
  case_id  uuid        not null references customer_case,
  position bigint      not null,
  status   text        not null,
  at       timestamptz not null,
  primary key (case_id, position)
);
