alter table ticket add column given_back_by varchar(64);
