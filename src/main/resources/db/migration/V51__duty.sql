-- When agents work, and when they are away.
alter table agent add column senior boolean default false not null;
alter table agent add column zone varchar(64) default 'UTC' not null;
alter table agent add column working_week varchar(500) default '' not null;

create table absence (
  id uuid primary key,
  login varchar(64) not null references agent (login),
  absent_from timestamp(6) with time zone not null,
  absent_until timestamp(6) with time zone not null,
  reason varchar(200) not null,
  entered_by varchar(64) not null,
  handed_over boolean not null
);
create index absence_end on absence (absent_until);
