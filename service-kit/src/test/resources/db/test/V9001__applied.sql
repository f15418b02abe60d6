-- What the handlers of the tests did.
create table applied (
  id      bigint generated always as identity primary key,
  subject text not null,
  what    text not null
);
