-- The first message of a case is found by the case's number, also by its last digits, and by the
-- customer's name and address. New messages get these terms from the service. To build the index anew
-- is much faster than to put each changed row into it.
drop index case_text_terms;
update case_text set terms = array(
  select unnest(case_text.terms)
  union
  select word from regexp_split_to_table(lower(facts.words), '[^[:alnum:]]+') as word
  where word <> ''
  union
  select right(facts.digits, length) from generate_series(4, length(facts.digits)) as length
  union
  -- Scripts that don't set words apart: each character and each pair.
  select substr(run, place, length)
  from regexp_split_to_table(facts.words, '[^\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+') as run,
    generate_series(1, length(run)) as place, generate_series(1, 2) as length
  where place + length - 1 <= length(run))
from (
  select distinct on (routing_case.id) routing_case.id as case_id, first.id as text_id,
    concat_ws(' ', case_number, customer_name, customer_address) as words,
    left(substring(case_number from '[0-9]+$'), 20) as digits
  from routing_case join case_text first on first.case_id = routing_case.id
  where first.intake_seq > 0
  order by routing_case.id, first.intake_seq) facts
where case_text.case_id = facts.case_id and case_text.id = facts.text_id;
create index case_text_terms on case_text using gin (terms);
