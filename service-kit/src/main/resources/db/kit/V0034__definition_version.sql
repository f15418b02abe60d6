-- Versions of definitions: queues, agents, calendars, policies. A row never changes and is never
-- removed: decisions and clocks name the versions that they are judged by.
create table definition_version (
  kind       text        not null,
  id         text        not null,
  version    bigint      not null,
  definition text        not null,
  defined_at timestamptz not null default clock_timestamp(),
  defined_by text        not null,
  primary key (kind, id, version)
);
