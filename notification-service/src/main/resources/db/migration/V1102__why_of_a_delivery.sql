-- The kind of the event that a notice is about, so that the log can say it in words. Notices from
-- before have none.
alter table delivery add column cause_type text;

-- An agent who is defined is looked for among all alerts that are not written yet.
drop index delivery_awaiting;
create index delivery_unwritten on delivery (recipient)
  where state = 'queued' and recipient_kind = 'agent' and letter is null;
