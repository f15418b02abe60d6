-- Up to where a mailbox has been taken, and which replica fetches from it at present.
create table mailbox (
  address      text        not null,
  folder       text        not null,
  uid_validity bigint      not null default 0,
  last_uid     bigint      not null default 0,
  holder       uuid        not null,
  held_until   timestamptz not null,
  primary key (address, folder)
);
