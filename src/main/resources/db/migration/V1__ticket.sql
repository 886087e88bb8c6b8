create table customer (
  id uuid primary key,
  version integer not null,
  email varchar(254) not null unique,
  name varchar(200),
  organisation varchar(200),
  plan varchar(20) not null,
  created_at timestamp(6) with time zone not null
);

create table agent (
  login varchar(64) primary key,
  version integer not null,
  display_name varchar(200) not null,
  email varchar(254) not null,
  team varchar(32) not null,
  available boolean not null,
  capacity integer not null
);
create index agent_team on agent (team);

create table agent_skill (
  login varchar(64) not null references agent (login),
  skill varchar(40) not null,
  primary key (login, skill)
);

create table agent_language (
  login varchar(64) not null references agent (login),
  language varchar(35) not null,
  primary key (login, language)
);

create sequence ticket_number_seq start with 5001 increment by 1;

create table ticket (
  id uuid primary key,
  version integer not null,
  number bigint not null unique,
  subject varchar(500) not null,
  status varchar(30) not null,
  priority varchar(20) not null,
  category varchar(40) not null,
  team varchar(32) not null,
  assignee varchar(64),
  customer_id uuid not null references customer (id),
  channel varchar(20) not null,
  status_token varchar(32) not null unique,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  triaged_at timestamp(6) with time zone,
  first_response_due_at timestamp(6) with time zone,
  first_responded_at timestamp(6) with time zone,
  resolution_due_at timestamp(6) with time zone,
  waiting_since timestamp(6) with time zone,
  resolved_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone,
  customer_messages integer not null,
  message_count integer not null,
  history_length integer not null
);
create index ticket_customer on ticket (customer_id);
create index ticket_owner on ticket (assignee, status);
create index ticket_queue on ticket (team, status);

create table message (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  sequence integer not null,
  purpose varchar(20) not null,
  channel varchar(20) not null,
  author_kind varchar(10) not null,
  author_id varchar(64) not null,
  author_name varchar(254) not null,
  sent_at timestamp(6) with time zone not null,
  text text not null,
  visible_reply text not null,
  html text,
  mail_message_id varchar(998),
  unique (ticket_id, sequence)
);
create index message_mail on message (mail_message_id);

create table attachment (
  id uuid primary key,
  message_id uuid not null references message (id),
  position integer not null,
  name varchar(500) not null,
  content_type varchar(255) not null,
  size bigint not null,
  sha256 char(64) not null,
  content ${binary} not null,
  unique (message_id, position)
);

create table history_entry (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  sequence integer not null,
  kind varchar(30) not null,
  actor_kind varchar(10) not null,
  actor_id varchar(64) not null,
  actor_name varchar(254) not null,
  happened_at timestamp(6) with time zone not null,
  what varchar(1000) not null,
  why varchar(2000),
  unique (ticket_id, sequence)
);
