-- What a message needs to carry along when it is moved to another case.
alter table message add column sender_address text;
alter table message add column reply_to text;
alter table message add column locale text;
alter table message add column subject text;
alter table message add column language text;
-- Message-IDs have no blanks, so a list of them needs no table.
alter table message add column mail_references text not null default '';
-- Whether its sender showed nothing but the public form or its link.
alter table message add column by_form boolean not null default false;

update message set
  sender_address = customer_case.customer_address,
  locale = customer_case.locale,
  subject = case when message.position = 1 then customer_case.subject end,
  language = customer_case.language,
  by_form = message.position = 1 and message.channel = 'web'
from customer_case
where customer_case.id = message.case_id and message.author = 'customer';

-- The case that took up what the customer wrote after this one had ended.
alter table customer_case add column continued_by uuid;
