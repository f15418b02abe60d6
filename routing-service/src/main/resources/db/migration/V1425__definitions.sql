-- Every version of a queue and of an agent is kept from now on.
insert into definition_version (kind, id, version, definition, defined_by)
select 'queue', id, version, definition, 'system' from queue;

alter table queue drop column definition;

insert into definition_version (kind, id, version, definition, defined_by)
select 'agent', id, version,
  cast(jsonb_build_object('agentId', id, 'version', version, 'role', lower(role),
    'queues', array_remove(string_to_array(queues, ' '), ''),
    'skills', array_remove(string_to_array(skills, ' '), ''),
    'languages', (
      select coalesce(jsonb_object_agg(
        split_part(pair, '=', 1), lower(split_part(pair, '=', 2))), '{}')
      from unnest(array_remove(string_to_array(languages, ' '), '')) as pair),
    'capacity', capacity, 'active', active,
    'personal', jsonb_build_object('name', name, 'email', email)) as text),
  'system'
from agent;

create table presence_change (
  id              bigint      generated always as identity primary key,
  agent_id        text        not null,
  presence_before text        not null,
  presence        text        not null,
  changed_at      timestamptz not null,
  changed_by      text        not null
);
create index presence_change_agent on presence_change (agent_id, id);
create index presence_change_age on presence_change (changed_at);
