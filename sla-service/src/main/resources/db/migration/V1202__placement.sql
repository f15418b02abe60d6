-- Where its case is, beside every open clock and every escalation: a list then reads what it shows,
-- however many other clocks are open.
alter table clock
  add column queue text,
  add column owner text;
update clock set queue = sla_case.queue, owner = sla_case.owner
from sla_case where sla_case.case_id = clock.case_id and clock.live;
drop index clock_due;
create index clock_open on clock (phase, metric, due_at, clock_id)
  where live and phase in ('RUNNING', 'PAUSED');
create index clock_open_queue on clock (queue, phase, metric, due_at, clock_id)
  where live and phase in ('RUNNING', 'PAUSED') and queue is not null;
create index clock_open_owner on clock (owner, phase, metric, due_at, clock_id)
  where live and phase in ('RUNNING', 'PAUSED') and owner is not null;

alter table escalation
  add column queue text,
  add column owner text;
update escalation set queue = sla_case.queue, owner = sla_case.owner
from sla_case where sla_case.case_id = escalation.case_id;
create index escalation_queue on escalation (queue, escalation_id) where queue is not null;
create index escalation_owner on escalation (owner, escalation_id) where owner is not null;

-- How many clocks are open. Whoever changes clocks counts them, in a row that he shares with few.
create table clock_count (
  bucket  integer not null primary key,
  running bigint  not null,
  paused  bigint  not null
);
insert into clock_count
select 0, count(*) filter (where phase = 'RUNNING'), count(*) filter (where phase = 'PAUSED')
from clock where live and phase in ('RUNNING', 'PAUSED');
