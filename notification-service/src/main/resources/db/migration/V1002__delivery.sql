-- Every decision to tell somebody something, and what became of it.
create table delivery (
  -- The order in which notices to one recipient of a case are sent.
  place            bigint generated always as identity primary key,
  notification_id  uuid        not null unique,
  case_id          uuid        not null references case_file,
  cause            uuid        not null,
  template         text        not null,
  recipient        text        not null,
  recipient_kind   text        not null,
  channel          text        not null,
  locale           text        not null,
  state            text        not null,
  reason           text,
  created_at       timestamptz not null default clock_timestamp(),
  sent_at          timestamptz,
  correlation_id   text        not null,
  traceparent      text,

  -- The mail: what it is to say until it is written, then what was written, then nothing.
  rfc_message_id   text,
  in_reply_to      text,
  reference_ids    text[]      not null,
  content          jsonb,
  letter           bytea,
  sender           text,
  address          text,

  -- An acknowledgement counts against the mailbox, however its owner's name is spelt.
  mailbox          text,

  attempts         integer     not null default 0,
  -- The next attempt, or the end of the lease of the one under way; null when all is over.
  next_attempt_at  timestamptz,
  awaits_recipient boolean     not null default false,

  unique (case_id, cause, template, recipient)
);

-- A queued row is a small part of all rows, and the only one that is searched for all the time.
create index delivery_due on delivery (next_attempt_at) where state = 'queued';
create index delivery_turn on delivery (case_id, recipient, place) where state = 'queued';
create index delivery_awaiting on delivery (recipient) where awaits_recipient;
create index delivery_acknowledgements on delivery (mailbox, created_at) where mailbox is not null;
create index delivery_case on delivery (case_id, place);
create index delivery_recipient on delivery (recipient, place);
