-- The cases that somebody still has to do with, for the audit to go through in parts.
create index routing_case_live on routing_case (id) where status in ('OPEN', 'PENDING', 'RESOLVED');
