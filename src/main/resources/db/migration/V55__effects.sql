-- Every effect outside the desk but mail, written in the transaction that caused it.
create sequence outbox_effect_seq start with 1 increment by 1;

create table outbox_effect (
  id bigint primary key,
  effect_key uuid not null unique,
  kind varchar(40) not null,
  ticket_id uuid,
  target varchar(600) not null,
  content text not null,
  created_at timestamp(6) with time zone not null,
  held_up boolean not null,
  state varchar(20) not null,
  attempts integer not null,
  next_attempt_at timestamp(6) with time zone not null,
  leased_until timestamp(6) with time zone,
  last_error varchar(2000),
  sent_at timestamp(6) with time zone,
  given_up_by varchar(64),
  given_up_why varchar(500)
);
create index outbox_effect_due on outbox_effect (state, kind, next_attempt_at);
create index outbox_effect_lane on outbox_effect (kind, target, state);

-- Who decided that a mail that failed shall not be tried again, and why.
alter table outbox_mail add column given_up_by varchar(64);
alter table outbox_mail add column given_up_why varchar(500);
