-- A case with what its clocks depend on. Its row is locked by whoever changes any of them.
alter table sla_case
  add column case_number     text,
  add column queue           text,
  add column owner           text,
  add column begun_at        timestamptz,
  add column responded       boolean not null default true,
  add column intake_sequence bigint  not null default 1,
  add column waiting         jsonb   not null default '[]',
  add column clocks_started  integer not null default 0,
  add column correlation_id  text,
  -- Numbers this service's own events about the case.
  add column sequence        bigint  not null default 0;

-- Cases from before there were clocks: nobody knows who waits, but somebody does.
update sla_case set
  case_number = cast(case_id as text),
  correlation_id = cast(case_id as text),
  begun_at = case when automatic then null else effective_at end;
insert into timer (kind, key, due_at, payload)
select 'clock-rebase', 'all', clock_timestamp(), '' where exists (select from sla_case);

alter table sla_case
  alter column case_number set not null,
  alter column correlation_id set not null,
  alter column responded drop default,
  alter column intake_sequence drop default,
  alter column waiting drop default,
  alter column clocks_started drop default,
  add constraint sla_case_number unique (case_number),
  drop column automatic,
  drop column opened_at,
  drop column effective_at;

create index sla_case_unfinished on sla_case (case_id)
  where status in ('OPEN', 'PENDING', 'RESOLVED');

-- Every clock that a case ever had. Spans of time are seconds.
create table clock (
  clock_id         uuid          not null primary key,
  case_id          uuid          not null references sla_case,
  metric           text          not null,
  started_at       timestamptz   not null,
  awaited          jsonb,
  policy           text          not null,
  policy_version   bigint        not null,
  calendar         text          not null,
  calendar_version bigint        not null,
  target           numeric       not null,
  phase            text          not null,
  counted          numeric       not null,
  since            timestamptz   not null,
  due_at           timestamptz   not null,
  warned_up_to     numeric       not null,
  breached_at      timestamptz,
  withdrawals      integer       not null,
  escalations      jsonb         not null,
  acknowledged     boolean       not null,
  -- Whether the case can still change it.
  live             boolean       not null
);
create index clock_case on clock (case_id);
create index clock_live on clock (case_id) where live;
create index clock_due on clock (phase, due_at, clock_id) where live and phase in ('RUNNING', 'PAUSED');

-- Every level of an escalation chain that was reached, and what came of it.
create table escalation (
  escalation_id   uuid        not null primary key,
  case_id         uuid        not null references sla_case,
  clock_id        uuid        not null references clock,
  metric          text        not null,
  level           integer     not null,
  raised_at       timestamptz not null,
  addressee       text        not null,
  action          text        not null,
  withdrawn_at    timestamptz,
  outcome         text,
  recipients      text[],
  resolved_at     timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz,
  reason          text
);
create index escalation_case on escalation (case_id, escalation_id);

-- Who may see which cases.
create table agent (
  agent_id text    not null primary key,
  version  bigint  not null,
  queues   text[]  not null,
  active   boolean not null
);
