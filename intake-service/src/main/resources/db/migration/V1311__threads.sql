-- A conversation that goes on over several cases. A chat session's thread has the session's id.
create table thread (
  id         uuid   not null primary key,
  kind       text   not null,
  next_entry bigint not null
);

-- What a thread shows, in one order over all its cases: a message, or that its case has moved to
-- another status.
create table thread_entry (
  thread_id  uuid   not null references thread,
  entry      bigint not null,
  message_id uuid   references message,
  status     text,
  at         timestamptz,
  primary key (thread_id, entry),
  check ((message_id is null) = (status is not null and at is not null))
);
-- A message that moves to another case of its thread stays where it was.
create unique index thread_entry_message on thread_entry (message_id, thread_id);

-- A replica of an earlier version fails on the new names; it would write messages that no chat shows.
alter table customer_case rename column chat_session_id to thread_id;
alter table customer_case rename column chat_ordinal to thread_ordinal;
alter index customer_case_chat rename to customer_case_thread;

insert into thread (id, kind, next_entry)
select distinct thread_id, 'chat', 1 from customer_case where thread_id is not null;

insert into thread_entry (thread_id, entry, message_id, status, at)
select thread_id,
  row_number() over (partition by thread_id order by thread_ordinal, position),
  message_id, status, at
from (
  select c.thread_id, c.thread_ordinal, m.position, m.id as message_id,
    cast(null as text) as status, cast(null as timestamptz) as at
  from customer_case c join message m on m.case_id = c.id where c.thread_id is not null
  union all
  select c.thread_id, c.thread_ordinal, s.position, null, s.status, s.at
  from customer_case c join status_change s on s.case_id = c.id where c.thread_id is not null
) shown;

update thread set next_entry = 1 + (select count(*) from thread_entry where thread_id = thread.id);

alter table customer_case add foreign key (thread_id) references thread;

-- Only chats have shown them, and the entries have them now.
drop table status_change;
