-- Every mail that shall leave, written in the transaction that caused it.
create sequence outbox_mail_seq start with 1 increment by 1;

create table outbox_mail (
  id bigint primary key,
  message_id varchar(998) not null unique,
  ticket_id uuid,
  audience varchar(20) not null,
  sender varchar(254) not null,
  sender_name varchar(900) not null,
  recipient varchar(254) not null,
  subject varchar(900) not null,
  text text not null,
  html text not null,
  in_reply_to varchar(998),
  reference_ids text not null,
  auto_submitted varchar(20) not null,
  created_at timestamp(6) with time zone not null,
  state varchar(20) not null,
  attempts integer not null,
  next_attempt_at timestamp(6) with time zone not null,
  leased_until timestamp(6) with time zone,
  last_error varchar(2000),
  sent_at timestamp(6) with time zone
);
create index outbox_mail_due on outbox_mail (state, next_attempt_at);
create index outbox_mail_order on outbox_mail (ticket_id, recipient, state);

-- Every mail a mailbox ever held, committed before anything else happens to it.
create table inbound_message (
  id uuid primary key,
  version integer not null,
  mailbox varchar(200) not null,
  uid_validity bigint not null,
  uid bigint not null,
  state varchar(20) not null,
  attempts integer not null,
  leased_until timestamp(6) with time zone,
  received_at timestamp(6) with time zone not null,
  processed_at timestamp(6) with time zone,
  size bigint not null,
  sha256 char(64),
  content_key char(64),
  -- the content key once more, held by the one message that was taken for it
  taken_key char(64) unique,
  message_id varchar(998),
  sender varchar(254),
  subject varchar(500),
  ticket_id uuid references ticket (id),
  answerable boolean not null,
  reason varchar(2000),
  unique (mailbox, uid_validity, uid)
);
create index inbound_message_state on inbound_message (state, received_at);
create index inbound_message_ticket on inbound_message (ticket_id);

create table inbound_raw (
  message_id uuid primary key references inbound_message (id),
  content ${binary} not null
);

-- Which node reads a mailbox at present.
create table mailbox_lease (
  mailbox varchar(200) primary key,
  holder varchar(64) not null,
  held_until timestamp(6) with time zone not null
);
