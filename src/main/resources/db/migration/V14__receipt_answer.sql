-- what the first who sent a key heard, word for word
alter table receipt add column answer varchar(4000);
create index receipt_created_at_idx on receipt (created_at);
