-- From when on the mails of a mailbox are the desk's, and how many older ones lie there untouched:
-- under these numbers, the highest of them being the one passed over.
create table mailbox_beginning (
  mailbox varchar(200) primary key,
  taken_since timestamp(6) with time zone not null,
  uid_validity bigint not null,
  passed_over bigint not null,
  left_behind integer not null
);

-- What was read before is read as before: all of it.
insert into mailbox_beginning (mailbox, taken_since, uid_validity, passed_over, left_behind)
select mailbox, cast('1970-01-01 00:00:00+00' as timestamp(6) with time zone), -1, 0, 0
from (select mailbox from mailbox_lease union select mailbox from inbound_message) known;
