-- To recognise a mail in quarantine by its bytes when its mailbox hands it over once more.
create index inbound_message_sha256 on inbound_message (sha256);
