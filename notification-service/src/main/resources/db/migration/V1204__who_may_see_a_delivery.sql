-- In whose hands the case is, beside what is listed: a list for an agent reads the few rows that it
-- shows, whatever else is stored. Changes with the case.
alter table delivery add column queue text, add column owner text;
update delivery set queue = case_file.queue, owner = case_file.owner
  from case_file where case_file.case_id = delivery.case_id;
create index delivery_queue on delivery (queue, state, place);
create index delivery_owner on delivery (owner, state, place);

-- Nearly all notices are sent; the others are what people look for.
create index delivery_not_sent on delivery (state, place) where state not in ('queued', 'sent');

-- Nothing is looked for by these any more.
drop index case_file_queue;
drop index case_file_owner;
