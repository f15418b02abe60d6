-- Addresses that are not written to for a time, and the report that says so.
create table suppression (
  address         text        not null,
  kind            text        not null,
  status          text,
  since           timestamptz not null,
  until           timestamptz not null,
  notification_id uuid        not null,
  primary key (address, kind)
);
create index suppression_until on suppression (until);

-- The last of routing's events of the case that makes a warning false which was given without it.
alter table case_file add column routing_seq bigint not null default 0;
