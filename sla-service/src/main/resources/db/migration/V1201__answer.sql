-- The last answers of a case with what they had settled: an answer that does not arrive settled
-- nothing. Clocks that one of them has met stay live.
alter table sla_case add column answers jsonb not null default '[]';
