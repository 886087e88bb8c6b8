-- Of which failed steps the leads were told: of each once, whichever node saw it.
create table incident_told (
  incident varchar(64) primary key,
  told_at timestamp(6) with time zone not null
);

-- One row: whoever looks for new incidents holds it until they are told.
create table incident_watch (
  id int primary key,
  looked_at timestamp(6) with time zone not null
);
insert into incident_watch (id, looked_at) values (1, current_timestamp);
