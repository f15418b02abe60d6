-- The kind of the event that a notice is about, so that the log can say it in words. Notices from
-- before have none.
alter table delivery add column cause_type text;
