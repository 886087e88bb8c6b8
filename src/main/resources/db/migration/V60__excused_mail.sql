-- How often taking a mail in failed for a reason that was none of its own: such attempts do not count as its own.
alter table inbound_message add column excuses integer default 0 not null;
