-- Who left the desk keeps their row: histories and absences name them.
alter table agent add column left_at timestamp(6) with time zone;
