-- What a mail says, without when and by which way it came: to notice who repeats themselves.
alter table inbound_message add column words_key char(64);
create index inbound_message_sender on inbound_message (sender, processed_at);
create index outbox_mail_recipient on outbox_mail (recipient, created_at);
create index outbox_mail_automatic on outbox_mail (auto_submitted, created_at);
