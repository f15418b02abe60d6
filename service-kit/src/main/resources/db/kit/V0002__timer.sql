-- What is to be done later. A row exists exactly as long as it is still to be done.
create table timer (
  kind     text        not null,
  key      text        not null,
  due_at   timestamptz not null,
  payload  text        not null,
  failures integer     not null default 0,
  primary key (kind, key)
);
create index timer_due on timer (due_at);
