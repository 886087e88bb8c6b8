-- The mail domain of the sender, to count how many tickets one opens.
alter table inbound_message add column sender_domain varchar(254);
create index inbound_message_domain on inbound_message (sender_domain, processed_at);
