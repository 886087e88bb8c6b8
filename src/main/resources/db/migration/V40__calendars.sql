-- When the desk works. Every change of a calendar is a version of its own, valid from its date; of
-- two for the same date the later number counts. No zone is the desk's zone.
create table calendar_version (
  id uuid primary key,
  calendar varchar(40) not null,
  number integer not null,
  valid_from date not null,
  zone varchar(60),
  holidays varchar(40),
  hours varchar(2000) not null,
  closures text not null,
  saved_at timestamp(6) with time zone not null,
  saved_by varchar(64) not null,
  unique (calendar, number)
);
insert into calendar_version (id, calendar, number, valid_from, hours, closures, saved_at, saved_by) values
  ('00000000-0000-4000-8000-000000000001', 'around-the-clock', 1, date '1970-01-01',
   'MON 00:00-24:00; TUE 00:00-24:00; WED 00:00-24:00; THU 00:00-24:00; FRI 00:00-24:00; SAT 00:00-24:00; SUN 00:00-24:00',
   '', timestamp with time zone '1970-01-01 00:00:00+00', 'desk'),
  ('00000000-0000-4000-8000-000000000002', 'business-hours', 1, date '1970-01-01',
   'MON 09:00-17:00; TUE 09:00-17:00; WED 09:00-17:00; THU 09:00-17:00; FRI 09:00-17:00',
   '', timestamp with time zone '1970-01-01 00:00:00+00', 'desk');
