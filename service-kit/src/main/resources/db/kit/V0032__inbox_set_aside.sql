-- The id of the last event: the same number under another id shows that the source was set back.
alter table inbox add column last_event_id uuid;

-- Something has changed for the subject: it is looked at again until nothing more can be applied.
alter table parked_subject add column drainable boolean not null default false;
create index parked_subject_drainable on parked_subject (subject) where drainable;
create index parked_subject_parked_at on parked_subject (parked_at);
update parked_subject set drainable = true where reason = 'GAP';

-- Of one source the lowest number goes first, whatever came first.
alter table parked_record add column source text, add column sequence bigint;
update parked_record set
  source = cast(headers as json) ->> 'ce_source',
  sequence = cast(substring(cast(headers as json) ->> 'ce_sequence' from '^[0-9]{1,18}$') as bigint)
where headers not like '%\u0000%';
create index parked_record_source on parked_record (subject, source, sequence, id);

insert into set_aside (id, queue, key, reason, set_aside_at, failed_at)
select uuidv7(), 'inbox', subject, reason, parked_at, parked_at from parked_subject;
