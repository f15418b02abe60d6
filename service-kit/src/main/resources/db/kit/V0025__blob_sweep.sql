-- Which part of the contents is searched for orphans next, and when. One row for all replicas.
create table blob_sweep (
  only_row   boolean     not null primary key default true check (only_row),
  next_shard integer     not null default 0,
  due_at     timestamptz not null default clock_timestamp()
);
insert into blob_sweep default values;
