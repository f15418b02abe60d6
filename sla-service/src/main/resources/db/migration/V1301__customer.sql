-- Names the customer on the envelope of sla's events. A case from before has none until an event
-- of another service names it.
alter table sla_case add column customer_id uuid;
