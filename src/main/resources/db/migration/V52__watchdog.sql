-- The watchdog looks at unfinished tickets only, however many were ever closed.
create index ticket_status on ticket (status);
