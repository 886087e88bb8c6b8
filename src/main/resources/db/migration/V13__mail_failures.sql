-- Since when mails to a customer come back, and what was said.
alter table customer add column mail_fails_since timestamp(6) with time zone;
alter table customer add column mail_failure varchar(500);
