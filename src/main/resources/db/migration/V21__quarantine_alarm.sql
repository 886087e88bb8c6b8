-- Since when the leads should be told of a mail in quarantine; empty once they were.
alter table inbound_message add column alarm_due_at timestamp(6) with time zone;
create index inbound_message_alarm on inbound_message (alarm_due_at);
