-- A mail that was queued again is tried as long as a new one: from then on, with pauses that begin
-- anew. The attempts go on counting, since they fence off results that come late.
alter table delivery
  add column queued_at timestamptz,
  add column attempts_before integer not null default 0;

-- What a mail that was given up would have said, for a time, so that it can be queued again.
create table failed_letter (
  notification_id uuid        not null primary key,
  letter          bytea,
  content         jsonb,
  failed_at       timestamptz not null default clock_timestamp()
);
alter table failed_letter alter column letter set storage external;
create index failed_letter_failed_at on failed_letter (failed_at);
