-- What of a case decides which clocks it has, as the other services say.
create table sla_case (
  case_id      uuid        not null primary key,
  channel      text        not null,
  category     text        not null,
  language     text        not null,
  priority     text        not null,
  assurance    text        not null,
  status       text        not null,
  automatic    boolean     not null,
  opened_at    timestamptz not null,
  effective_at timestamptz not null
);
