-- Files of people, in pieces: what a mail was as it came, and what came attached to messages.
create table stored_file (
  id uuid primary key,
  size bigint not null,
  sha256 char(64) not null
);

create table stored_file_piece (
  file_id uuid not null references stored_file (id),
  position integer not null,
  content ${binary} not null,
  primary key (file_id, position)
);

-- What was kept in one piece stays in one piece, under the id of what it belongs to.
insert into stored_file (id, size, sha256)
  select m.id, m.size, m.sha256 from inbound_message m join inbound_raw r on r.message_id = m.id;
insert into stored_file_piece (file_id, position, content)
  select message_id, 0, content from inbound_raw;
alter table inbound_message add column raw_file_id uuid references stored_file (id);
update inbound_message set raw_file_id = id
  where id in (select message_id from inbound_raw);
drop table inbound_raw;

insert into stored_file (id, size, sha256)
  select id, size, sha256 from attachment;
insert into stored_file_piece (file_id, position, content)
  select id, 0, content from attachment;
alter table attachment add column file_id uuid references stored_file (id);
update attachment set file_id = id;
alter table attachment alter column file_id set not null;
alter table attachment drop column content;
-- By which the HTML of a message shows a file (RFC 2392).
alter table attachment add column content_id varchar(255);
