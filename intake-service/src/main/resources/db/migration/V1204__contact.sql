-- How a customer is found: by an e-mail address, a phone number, or an account of an external
-- channel. A contact belongs to one customer, who may have several.
create table contact (
  kind        text not null,
  value       text not null,
  customer_id uuid not null references customer,
  primary key (kind, value)
);

insert into contact (kind, value, customer_id)
select 'email', address, id from customer where address is not null;

-- A replica of an earlier version fails on the missing column; it would find customers twice.
alter table customer drop column address;
