-- When the leads were told that mails are held up, on the mail that made us tell; empty once it is taken in.
alter table inbound_message add column hold_up_told_at timestamp(6) with time zone;
create index inbound_message_hold_up on inbound_message (hold_up_told_at);
