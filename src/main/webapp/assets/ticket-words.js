/** What the parts of a ticket's view call things. */

export const OUTCOMES = {
  REPLY: {
    tab: 'Reply', label: 'Reply to the customer', button: 'Send reply', to: 'customer',
    hint: 'The customer gets it by mail. The ticket stays where it is.', done: 'Reply sent.',
  },
  NOTE: {
    tab: 'Note', label: 'Note for colleagues', button: 'Save note', to: 'colleagues',
    hint: 'Only colleagues see it.', done: 'Note saved.',
  },
  MERGE: {
    tab: 'Merge', button: 'Merge', to: 'colleagues',
    hint: 'This ticket ends; what its customer wrote stands in the other one as a note, and their answers go there.',
    done: 'Merged. You see the ticket that goes on.',
  },
  ASK: {
    tab: 'Ask customer', label: 'Question to the customer', button: 'Ask and wait', to: 'customer',
    hint: 'The ticket waits for the answer; the promised time stands still until it comes.',
    done: 'The customer was asked. The ticket comes back with the answer.',
  },
  RESOLVE: {
    tab: 'Resolve', label: 'What solved it, and how the customer can check', button: 'Resolve', to: 'customer',
    hint: 'The customer gets it by mail and can say that it is still not solved.',
    done: 'Resolved. The customer was told how to check it.',
  },
  ESCALATE: {
    tab: 'Escalate', button: 'Hand over', to: 'colleagues', handsOver: true,
    hint: 'The next team sees this first, then everything said so far. The customer is told when to expect an answer.', done: 'Handed over',
  },
  CONFIRM_BUG: {
    tab: 'Confirm bug', button: 'Confirm bug', to: 'colleagues',
    hint: 'Engineering gets this; the customer is told that we found a defect.',
    done: 'Confirmed as a defect. Engineering has it, the customer was told.',
  },
  GIVE_BACK: {
    tab: 'Give back', label: 'What the next agent should know', button: 'Give back', to: 'colleagues', optional: true, handsOver: true,
    hint: 'It waits in your team’s queue; you are not asked again.', done: 'Given back. It waits for somebody else of the team.',
  },
  FIXED: {
    tab: 'Fixed', label: 'What was fixed', button: 'Record: fixed', to: 'colleagues',
    hint: 'The ticket goes back to support, who tell the customer.', done: 'Recorded as fixed.',
  },
  WORKAROUND: {
    tab: 'Workaround', label: 'How the customer can work around it', button: 'Record: workaround', to: 'colleagues',
    hint: 'The ticket goes back to support, who tell the customer.', done: 'Workaround recorded.',
  },
  REJECTED: {
    tab: 'Not a defect', label: 'Why it is not a defect', button: 'Record: not a defect', to: 'colleagues',
    hint: 'The ticket goes back to support.', done: 'Recorded as not a defect.',
  },
  DONE: {
    tab: 'Done', label: 'What you did about it', button: 'Review done', to: 'colleagues', optional: true,
    hint: 'The ticket stays closed.', done: 'Review finished.',
  },
  REOPEN: {
    tab: 'Reopen', label: 'Why it is opened again', button: 'Reopen the ticket', to: 'colleagues', optional: true,
    hint: 'The ticket goes back to support.', done: 'The ticket is open again.',
  },
};

export const STATUS = {
  NEW: 'New', OPEN: 'Open', WAITING_FOR_CUSTOMER: 'Waiting for customer', WITH_ENGINEERING: 'With engineering',
  RESOLVED: 'Resolved', CLOSED: 'Closed',
};

/** What whoever hands a ticket on leaves to the next agent. */
export const HAND_OVER = [
  {name: 'tried', label: 'What was tried', hint: 'And what came of it.'},
  {name: 'reproduced', label: 'What was reproduced', hint: 'How, and where it did not happen.'},
  {name: 'missing', label: 'What is missing', hint: 'What is still unknown or has to be done.'},
];

export const PURPOSE = {
  REQUEST: '', REPLY: 'Reply', QUESTION: 'Question', SOLUTION: 'Solution', NOTE: 'Internal note',
  ESCALATION: 'Handed over', BUG_REPORT: 'Bug report',
};

export const when = new Intl.DateTimeFormat(undefined, {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
});
export const dayOnly = new Intl.DateTimeFormat(undefined, {day: 'numeric', month: 'short', year: 'numeric'});

/** Instants as they are kept are for machines. */
export const inLocalTime = (text) =>
  text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g, (instant) => when.format(new Date(instant)));

export const words = (code) => {
  const text = String(code).toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const size = (bytes) =>
  bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;

export function span(milliseconds) {
  const minutes = Math.round(Math.abs(milliseconds) / 60000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}
