-- The secret with which the desk seals the Message-IDs of its mails; the same for every node.
create table seal_key (
  id integer primary key,
  secret varchar(64) not null,
  created_at timestamp(6) with time zone not null
);
