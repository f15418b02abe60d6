-- What a message needs to carry along, beside its text, when it is moved to another case.
alter table message add column transaction_ref text;
alter table message add column possibly_related_case_id uuid;
alter table message add column message_id_reused boolean not null default false;
alter table message add column no_auto_reply text;

-- Mails are compared with what stands in the conversation, not with when others came.
drop index received_mail_sender;
create index customer_case_recent on customer_case (customer_id, opened_at);
drop index customer_case_customer;

-- By their address members of staff are told from customers.
alter table staff add column address text;
create index staff_address on staff (address);
