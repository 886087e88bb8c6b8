-- A lead sends a ticket to a team in one step and the process hands it over in the next:
-- meanwhile the ticket remembers whose word that was, so that no rule overrules it.
alter table ticket add column lead_sends_to varchar(32);
