-- Rows of the outbox whose subject or topic the broker refuses; out of the way of the others, and
-- in their order, until they are put back.
create table outbox_set_aside (
  id          bigint      not null primary key,
  bucket      smallint    not null,
  topic       text        not null,
  subject     text        not null,
  headers     text        not null,
  body        text        not null,
  appended_at timestamptz not null
);
create index outbox_set_aside_key on outbox_set_aside (topic, subject, id);
