-- from when on what a person had tried once more has its time again
alter table outbox_mail add column retried_at timestamp(6) with time zone;
alter table outbox_effect add column retried_at timestamp(6) with time zone;
