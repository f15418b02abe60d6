alter table customer_case add column reopen_count integer not null default 0;

-- How content the customer was, once for each time that the case was resolved.
create table rating (
  case_id        uuid        not null references customer_case,
  resolution     integer     not null,
  score          integer     not null,
  comment        text,
  first_rated_at timestamptz not null,
  primary key (case_id, resolution)
);
