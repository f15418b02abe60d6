-- A list reads only as many rows as it shows, whatever its conditions: most cases are closed, so what
-- is rare among them gets indexes of its own.
create index routing_case_status on routing_case (status, id) where status <> 'CLOSED';
create index routing_case_queue_status on routing_case (queue, status, id)
  where status <> 'CLOSED';
create index routing_case_owner_status on routing_case (owner, status, id)
  where status <> 'CLOSED' and owner is not null;
-- The board's counts, each of which stops at a bound.
create index routing_case_owned on routing_case (queue, id)
  where status = 'OPEN' and owner is not null;
create index routing_case_due on routing_case (queue, due_at)
  where status = 'OPEN' and due_at is not null;
drop index routing_case_work;
