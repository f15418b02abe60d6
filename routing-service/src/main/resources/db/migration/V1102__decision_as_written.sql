-- Decisions are only ever read as a whole: taking a hundred candidates apart to put them together
-- again cost more than anything else about them.
alter table routing_decision alter column record type json using cast(cast(record as text) as json);
