-- Which mailbox a request came through, and what that says of it.
alter table ticket add column mailbox varchar(32);
alter table ticket add column mailbox_team varchar(32);
alter table ticket add column language varchar(35);

alter table outbox_mail add column language varchar(35);

-- Counts the changes of holder: work begun under an older number is not committed.
alter table mailbox_lease add column fence bigint default 0 not null;
-- No node tries a failing mailbox before that, and the staff is told of it once.
alter table mailbox_lease add column not_before timestamp(6) with time zone;
alter table mailbox_lease add column alarmed boolean default false not null;
