-- Who takes part in a case beside its customer: the authors of the mails that it has taken.
create table case_participant (
  case_id uuid not null references customer_case,
  address text not null,
  primary key (case_id, address)
);

-- The Message-IDs of a case's mails in both directions, by which an answer hints at its case.
create table mail_thread_id (
  rfc_message_id text not null,
  case_id        uuid not null references customer_case,
  primary key (rfc_message_id, case_id)
);

-- Every mail that came, what became of it and why. Of two copies at once the key lets one in.
create table received_mail (
  id                uuid        not null primary key,
  mailbox           text        not null,
  rfc_message_id    text        not null,
  content_hash      text        not null,
  sender            text,
  received_at       timestamptz not null,
  outcome           text        not null,
  reason            text        not null,
  reused_message_id boolean     not null,
  case_id           uuid        references customer_case,
  message_id        uuid,
  unique (rfc_message_id, content_hash, mailbox)
);
create index received_mail_sender on received_mail (case_id, sender, received_at);

-- Mail as it came, encrypted in the blob store: what was not taken, or not wholly. For a short time.
create table raw_mail (
  id         uuid        not null primary key references received_mail,
  digest     text        not null,
  kept_until timestamptz not null
);
create index raw_mail_kept_until on raw_mail (kept_until);
create index raw_mail_digest on raw_mail (digest);

-- Mail that waits for a person to look at it. Nothing of its text is in here.
create table quarantined_mail (
  id          uuid        not null primary key references raw_mail on delete cascade,
  received_at timestamptz not null,
  mailbox     text        not null,
  sender      text,
  subject     text        not null,
  size        bigint      not null,
  reason      text        not null,
  released_at timestamptz
);
create index quarantined_mail_received on quarantined_mail (received_at desc, id desc);
