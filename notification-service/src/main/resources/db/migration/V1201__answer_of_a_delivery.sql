-- The agent's message that a mail carries, so that its case hears what became of it. Mails from
-- before have none.
alter table delivery add column message_id uuid;
