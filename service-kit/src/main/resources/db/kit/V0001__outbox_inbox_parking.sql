-- A frozen process must not keep its row locks: the server ends its transaction, which rolls back.
do $$
begin
  execute format('alter role %I set idle_in_transaction_session_timeout = ''10s''', current_user);
end
$$;

-- Events that are committed and not yet acknowledged by the broker; empty when all is well.
create table outbox (
  id          bigint generated always as identity primary key,
  bucket      smallint    not null,
  topic       text        not null,
  subject     text        not null,
  headers     text        not null,
  body        text        not null,
  appended_at timestamptz not null default clock_timestamp()
);
create index outbox_bucket on outbox (bucket, id);

-- The last event applied of each source about each subject.
create table inbox (
  source        text   not null,
  subject       text   not null,
  last_sequence bigint not null,
  primary key (source, subject)
);

-- A subject that waits: all its further records join the queue in parked_record.
create table parked_subject (
  subject   text        not null primary key,
  source    text        not null,
  reason    text        not null,
  parked_at timestamptz not null default clock_timestamp()
);

create table parked_record (
  id               bigint generated always as identity primary key,
  subject          text        not null references parked_subject,
  topic            text        not null,
  record_partition integer     not null,
  record_offset    bigint      not null,
  headers          text        not null,
  body             bytea,
  reason           text        not null,
  parked_at        timestamptz not null default clock_timestamp(),
  unique (topic, record_partition, record_offset)
);
create index parked_record_subject on parked_record (subject, id);
