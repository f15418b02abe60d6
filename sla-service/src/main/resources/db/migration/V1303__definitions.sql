insert into definition_version (kind, id, version, definition, defined_at, defined_by)
select 'calendar', calendar_id, version, definition, defined_at, defined_by from calendar_version
union all
select 'policies', 'all', version, definition, defined_at, defined_by from policy_version;

drop table calendar_version, policy_version;
