-- Who was copied on a message, or to whom it went beside the customer: addresses, separated by
-- spaces. They are read with the message and never looked for.
alter table message add column copies varchar(16000);
