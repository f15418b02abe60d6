-- What a customer said about the case besides words, as he said it last.
alter table routing_case add column transaction_ref text;
alter table routing_case add column continues_case_id uuid;
alter table routing_case add column possibly_related_case_id uuid;

-- What came with a message: the part that was cut off as a quote, where answers are wanted, and the
-- files, which intake keeps.
alter table case_text add column quoted text;
alter table case_text add column reply_to text;
alter table case_text add column files text;
