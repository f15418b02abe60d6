-- Items that their queue of work passes over until they are retried.
create table set_aside (
  id           uuid        not null primary key,
  queue        text        not null,
  key          text        not null,
  reason       text        not null,
  failures     integer     not null default 1,
  set_aside_at timestamptz not null default clock_timestamp(),
  failed_at    timestamptz not null default clock_timestamp(),
  unique (queue, key)
);
create index set_aside_order on set_aside (set_aside_at, id);
