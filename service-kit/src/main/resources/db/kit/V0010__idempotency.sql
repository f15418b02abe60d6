-- Answers kept for clients that repeat a request. The key is a hash, since what it is made of may
-- hold a customer's address.
create table idempotent_answer (
  key         bytea       not null primary key,
  body_digest bytea       not null,
  answer      text        not null,
  answered_at timestamptz not null default clock_timestamp()
);
create index idempotent_answer_answered_at on idempotent_answer (answered_at);
