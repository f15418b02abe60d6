-- Who writes to us. One row for an address; a chat visitor who gives none has a row of his own.
create table customer (
  id         uuid        not null primary key,
  address    text        unique,
  name       text,
  phone      text,
  locale     text,
  account_ref text,
  created_at timestamptz not null default clock_timestamp()
);

create sequence case_number start with 100001;

-- Intake's copy of a case: enough to decide where a message belongs and what a customer may see.
create table customer_case (
  id                uuid        not null primary key,
  case_number       text        not null unique,
  customer_id       uuid        not null references customer,
  customer_address  text,
  channel           text        not null,
  status            text        not null,
  reopen_until      timestamptz,
  subject           text        not null,
  category          text        not null,
  language          text        not null,
  locale            text        not null,
  transaction_ref   text,
  opened_at         timestamptz not null,
  link_generation   integer     not null default 1,
  continues_case_id uuid,
  last_position     bigint      not null,
  event_sequence    bigint      not null
);
create index customer_case_customer on customer_case (customer_id);

-- Every message as the customer sees it, in the order in which Casewire took it.
create table message (
  id             uuid        not null primary key,
  case_id        uuid        not null references customer_case,
  position       bigint      not null,
  author         text        not null,
  author_name    text,
  channel        text        not null,
  text           text        not null,
  full_text      text,
  sent_at        timestamptz not null,
  received_at    timestamptz not null,
  automatic      boolean     not null,
  rfc_message_id text,
  unique (case_id, position)
);

create table attachment (
  id           uuid    not null primary key,
  message_id   uuid    not null references message,
  place        integer not null,
  file_name    text    not null,
  content_type text    not null,
  size         bigint  not null,
  digest       text    not null,
  unscanned    boolean not null
);
create index attachment_message on attachment (message_id);
create index attachment_digest on attachment (digest);
