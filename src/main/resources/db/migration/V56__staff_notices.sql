-- What staff were told, for their bell and their digests.
create sequence staff_notice_seq start with 1 increment by 1;

create table staff_notice (
  id bigint primary key,
  agent varchar(64) not null,
  kind varchar(40) not null,
  ticket_number bigint,
  headline varchar(500) not null,
  link varchar(300) not null,
  told_at timestamp(6) with time zone not null,
  on_bell boolean not null,
  read_at timestamp(6) with time zone,
  -- when it goes out with others; empty when it went out at once, or has gone out
  digest_due_at timestamp(6) with time zone,
  digest_by_mail boolean not null,
  digest_by_slack boolean not null
);
create index staff_notice_bell on staff_notice (agent, id);
create index staff_notice_unread on staff_notice (agent, read_at);
create index staff_notice_digest on staff_notice (digest_due_at);

-- How each person wants to be told.
create table notice_preferences (
  agent varchar(64) primary key,
  version integer not null,
  quiet_from time,
  quiet_until time,
  time_zone varchar(64) not null,
  digest_hours integer not null,
  alarms_pierce boolean not null,
  slack_user varchar(40) unique,
  slack_code varchar(20),
  slack_code_until timestamp(6) with time zone
);
create index notice_preferences_code on notice_preferences (slack_code);

create table notice_choice (
  agent varchar(64) not null references notice_preferences (agent),
  kind varchar(40) not null,
  by_mail boolean not null,
  by_slack boolean not null,
  by_bell boolean not null,
  primary key (agent, kind)
);
