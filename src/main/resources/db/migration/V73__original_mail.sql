-- Where the mail a message came in is kept as it came.
alter table message add column original_file_id uuid references stored_file (id);

-- Of the mails taken in so far: the one that opened the ticket,
update message set original_file_id = (
    select m.raw_file_id from inbound_message m
    where m.ticket_id = message.ticket_id and m.state = 'TICKET_CREATED')
  where channel = 'EMAIL' and sequence = 1 and (
    select count(*) from inbound_message m
    where m.ticket_id = message.ticket_id and m.state = 'TICKET_CREATED') = 1;
-- and those that joined it, by their Message-ID where it tells which.
update message set original_file_id = (
    select m.raw_file_id from inbound_message m
    where m.ticket_id = message.ticket_id and m.state = 'APPENDED'
      and m.message_id = message.mail_message_id)
  where channel = 'EMAIL' and sequence > 1 and purpose = 'REQUEST' and (
    select count(*) from inbound_message m
    where m.ticket_id = message.ticket_id and m.state = 'APPENDED'
      and m.message_id = message.mail_message_id) = 1;
