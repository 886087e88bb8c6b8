-- A ticket that took in an older one of the same customer is as late as the older one was.
alter table ticket add column clock_from timestamp(6) with time zone;
alter table ticket add column response_clock_from timestamp(6) with time zone;
