-- Versions of calendars and policies. A row never changes and is never removed: clocks name the
-- versions that they are judged by. The highest version is the current one.
create table calendar_version (
  calendar_id text        not null,
  version     bigint      not null,
  definition  text        not null,
  defined_at  timestamptz not null default clock_timestamp(),
  defined_by  text        not null,
  primary key (calendar_id, version)
);

create table policy_version (
  version    bigint      not null primary key,
  definition text        not null,
  defined_at timestamptz not null default clock_timestamp(),
  defined_by text        not null
);

-- A desk that has defined nothing yet forgets nobody either: every case has clocks and somebody who
-- hears of them. Every hour counts, since nobody has said yet which ones do not.
insert into calendar_version (calendar_id, version, definition, defined_by)
values ('default', 1, '{"timeZone":"UTC","alwaysOpen":true}', 'system');

insert into policy_version (version, definition, defined_by)
values (1, '{"policies":[
  {"name":"urgent","when":{"priorities":["urgent"]},"calendar":"default",
   "targets":{"firstResponse":"PT30M","nextResponse":"PT1H","resolution":"PT8H"},
   "warnAt":["75%"],
   "escalation":[
     {"level":1,"after":"100%","to":"owner","action":"notify"},
     {"level":2,"after":"PT15M","to":"lead","action":"reassign"},
     {"level":3,"after":"PT1H","to":"supervisor","action":"notify"}],
   "pauseOn":["pending"]},
  {"name":"standard","calendar":"default",
   "targets":{"firstResponse":"PT4H","nextResponse":"PT8H","resolution":"P3D"},
   "warnAt":["75%"],
   "escalation":[
     {"level":1,"after":"100%","to":"owner","action":"notify"},
     {"level":2,"after":"PT1H","to":"lead","action":"raise-priority"},
     {"level":3,"after":"PT4H","to":"supervisor","action":"notify"}],
   "pauseOn":["pending"]}]}', 'system');
