-- The ticket in which the conversation of a merged one goes on.
alter table ticket add column merged_into uuid references ticket (id);
