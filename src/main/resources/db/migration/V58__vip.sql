-- Whom our most experienced people serve, whatever the plan.
alter table customer add column vip boolean default false not null;
