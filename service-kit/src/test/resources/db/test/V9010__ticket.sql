create table ticket (
  id      uuid not null primary key,
  subject text not null
);
