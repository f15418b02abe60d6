-- Timers that have failed are fired apart from the others. One that is set aside is due never.
create index timer_failing on timer (due_at) where failures > 0;
