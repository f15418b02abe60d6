-- Which of the staff may read a case here, as routing says.
alter table customer_case add column queue text;
alter table customer_case add column owner text;

create table staff (
  agent_id text   not null primary key,
  version  bigint not null,
  role     text   not null,
  queues   text   not null,
  active   boolean not null
);
