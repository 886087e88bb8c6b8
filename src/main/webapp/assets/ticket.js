/**
 * <tierline-ticket number="5734" task="…" scheme="light">: an agent's view of one ticket. Tasklist's
 * embedded forms and the staff page host it; it talks to /api/v1 with the login of the page.
 *
 * Everything strangers wrote is set as text, never as HTML; formatted mails are shown in a frame
 * that may not run or load anything. What the agent types is kept in the browser until it is stored.
 *
 * Fires `tierline-finished` (detail: {outcome}) when a piece of work is done.
 */

const OUTCOMES = {
  REPLY: {
    tab: 'Reply', label: 'Reply to the customer', button: 'Send reply', to: 'customer',
    hint: 'The customer gets it by mail. The ticket stays with you.', done: 'Reply sent.',
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

const STATUS = {
  NEW: 'New', OPEN: 'Open', WAITING_FOR_CUSTOMER: 'Waiting for customer', WITH_ENGINEERING: 'With engineering',
  RESOLVED: 'Resolved', CLOSED: 'Closed',
};

/** What whoever hands a ticket on leaves to the next agent. */
const HAND_OVER = [
  {name: 'tried', label: 'What was tried', hint: 'And what came of it.'},
  {name: 'reproduced', label: 'What was reproduced', hint: 'How, and where it did not happen.'},
  {name: 'missing', label: 'What is missing', hint: 'What is still unknown or has to be done.'},
];

const PURPOSE = {
  REQUEST: '', REPLY: 'Reply', QUESTION: 'Question', SOLUTION: 'Solution', NOTE: 'Internal note',
  ESCALATION: 'Handed over', BUG_REPORT: 'Bug report',
};

const when = new Intl.DateTimeFormat(undefined, {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
});
const dayOnly = new Intl.DateTimeFormat(undefined, {day: 'numeric', month: 'short', year: 'numeric'});

/** Instants as they are kept are for machines. */
const inLocalTime = (text) =>
  text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g, (instant) => when.format(new Date(instant)));

/** Makes an element; strings become text nodes, `on…` properties listeners, the rest attributes. */
function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'srcdoc') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const words = (code) => {
  const text = String(code).toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const size = (bytes) =>
  bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;

function span(milliseconds) {
  const minutes = Math.round(Math.abs(milliseconds) / 60000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `The desk answered ${status}.`);
    this.status = status;
    this.type = problem.type ?? '';
    this.errors = problem.errors ?? [];
  }
}

/** As an address that holds the picture itself; empty when it cannot be had. */
async function picture(address) {
  const answer = await fetch(address);
  if (!answer.ok) return '';
  const content = await answer.blob();
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => done('');
    reader.readAsDataURL(content);
  });
}

async function api(path, body) {
  const answer = await fetch(`/api/v1/${path}`, {
    credentials: 'same-origin',
    ...(body && {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const json = (answer.headers.get('Content-Type') ?? '').includes('json') ? await answer.json() : {};
  if (!answer.ok) throw new Refusal(answer.status, json);
  return json;
}

class TierlineTicket extends HTMLElement {
  static observedAttributes = ['number', 'task'];

  #root = this.attachShadow({mode: 'open'});
  #ticket = null;
  #work = null;
  #articles = null;
  #timeline = null;
  #view = 'conversation';
  #mode = 'REPLY';
  #draft = {};
  #news = null; // {kind: 'good' | 'bad', text, offer}
  #finished = false;
  #sending = false;
  #timers = [];
  #content = h('div', {class: 'content', 'aria-busy': 'true'}, h('p', {class: 'muted'}, 'Loading the ticket …'));

  constructor() {
    super();
    this.#root.append(h('link', {rel: 'stylesheet', href: '/assets/ticket.css'}), this.#content);
  }

  connectedCallback() {
    this.#timers = [setInterval(() => this.#tick(), 15000), setInterval(() => this.#lookForNews(), 20000)];
    this.load();
  }

  disconnectedCallback() {
    this.#timers.forEach(clearInterval);
  }

  attributeChangedCallback(name, before, now) {
    if (before !== null && before !== now && this.isConnected) {
      this.#finished = false;
      this.#news = null;
      this.load();
    }
  }

  get number() {
    return this.getAttribute('number');
  }

  async load() {
    if (!this.number) return;
    try {
      const [ticket, work] = await Promise.all([api(`tickets/${this.number}`), api(`tickets/${this.number}/work`)]);
      if (String(ticket.number) !== this.number) { // it was merged: the desk answered with the one that goes on
        this.setAttribute('number', ticket.number);
        return;
      }
      this.#ticket = ticket;
      this.#work = work;
      this.#timeline = this.#view === 'history' ? await api(`tickets/${this.number}/timeline`) : null;
      this.#restoreDraft();
      this.#render();
      if (this.#articles === null) this.#suggest();
    } catch (error) {
      this.#content.replaceChildren(this.#alert({kind: 'bad', text: this.#inWords(error)}),
        h('button', {class: 'button', onclick: () => this.load()}, 'Try again'));
    }
  }

  /** The work this view is about: the task it was opened for, else the agent's own, else any. */
  #item() {
    const items = this.#work.items;
    return items.find((item) => item.id === this.getAttribute('task')) ?? items.find((item) => item.mine) ?? items[0];
  }

  #modes() {
    const item = this.#item();
    const talk = this.#ticket.status === 'CLOSED' ? [] : ['REPLY', 'NOTE', 'MERGE'];
    if (!item?.mine || this.#finished) return this.#finished ? [] : talk;
    const order = ['ASK', 'RESOLVE', 'ESCALATE', 'CONFIRM_BUG'];
    const outcomes = [...item.outcomes].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return [...(item.kind === 'Task_WorkOnTicket' ? [...talk, ...outcomes] : [...outcomes, ...talk]), 'GIVE_BACK'];
  }

  // --- drafts ---

  get #draftKey() {
    return `tierline-draft-${this.number}`;
  }

  #restoreDraft() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.#draftKey)) ?? {};
      this.#draft = kept.draft ?? {};
      this.#mode = kept.mode ?? this.#mode;
    } catch {
      this.#draft = {};
    }
    const modes = this.#modes();
    if (!modes.includes(this.#mode)) this.#mode = modes[0];
  }

  #keepDraft() {
    try {
      sessionStorage.setItem(this.#draftKey, JSON.stringify({mode: this.#mode, draft: this.#draft}));
    } catch {
      // a browser without storage: the draft lives as long as the page
    }
  }

  #dropDraft() {
    this.#draft = {};
    try {
      sessionStorage.removeItem(this.#draftKey);
    } catch {
      // see above
    }
  }

  // --- rendering ---

  #render() {
    this.#content.removeAttribute('aria-busy');
    const focused = this.#root.activeElement?.id;
    this.#content.replaceChildren(
      this.#header(),
      this.#handOver(),
      h('div', {class: 'columns'},
        h('div', {class: 'left'},
          this.#viewSwitch(),
          this.#view === 'history' ? this.#history() : this.#conversation(),
          this.#composer()),
        h('aside', {'aria-label': 'About the customer'},
          this.#promises(), this.#customer(), this.#suggestions(), this.#earlier())));
    if (focused) this.#root.getElementById(focused)?.focus({preventScroll: true});
  }

  #header() {
    const t = this.#ticket;
    return h('header', {class: 'head'},
      h('h2', {}, h('span', {class: 'number'}, `#${t.number}`), ' ', t.subject),
      h('p', {class: 'badges'},
        h('span', {class: `badge status-${t.status.toLowerCase()}`}, STATUS[t.status] ?? words(t.status)),
        h('span', {class: `badge priority-${t.priority.toLowerCase()}`}, `${words(t.priority)} priority`),
        h('span', {class: 'badge'}, words(t.category)),
        h('span', {class: 'badge'}, this.#work.teams[t.team] ?? t.team),
        h('span', {class: 'badge'}, t.assignee ? `Assigned to ${t.assignee}` : 'Nobody yet'),
        h('span', {class: 'badge'}, `By ${t.channel.toLowerCase() === 'api' ? 'API' : t.channel.toLowerCase()}`)));
  }

  /** The first thing the next agent sees. */
  #handOver() {
    const left = this.#work.handOver;
    if (!left) return '';
    const team = (id) => this.#work.teams[id] ?? id;
    const way = !left.to || left.to === left.from ? `in ${team(left.from)}` : `from ${team(left.from)} to ${team(left.to)}`;
    return h('section', {class: 'handover', 'aria-label': 'What the last agent left to you'},
      h('h3', {}, 'Handed over'),
      h('p', {class: 'muted'}, `by ${left.by} ${way}, `, h('time', {datetime: left.at}, when.format(new Date(left.at)))),
      h('dl', {}, HAND_OVER.map(({name, label}) => h('div', {}, h('dt', {}, label), h('dd', {class: 'text'}, left[name])))));
  }

  #viewSwitch() {
    const view = (name, text) => h('label', {class: 'segment'},
      h('input', {type: 'radio', name: 'view', id: `view-${name}`, checked: this.#view === name,
        onchange: async () => {
          this.#view = name;
          try {
            if (name === 'history') this.#timeline = await api(`tickets/${this.number}/timeline`);
          } catch (error) {
            this.#news = {kind: 'bad', text: this.#inWords(error)};
          }
          this.#render();
        }}),
      h('span', {}, text));
    return h('fieldset', {class: 'segments'}, h('legend', {class: 'hidden'}, 'View'),
      view('conversation', `Conversation (${this.#ticket.messages.length})`), view('history', 'History'));
  }

  #conversation() {
    return h('ol', {class: 'talk'}, this.#ticket.messages.map((message) => this.#message(message)));
  }

  #message(message) {
    const kind = message.direction === 'INBOUND' ? 'customer' : message.direction === 'OUTBOUND' ? 'agent' : 'internal';
    const visible = message.visibleReply?.trim() ? message.visibleReply : message.text;
    const body = h('p', {class: 'text'}, visible);
    const tools = [];
    if (message.text.trim() !== visible.trim()) {
      tools.push(this.#toggle('Show the whole message', 'Show the new words only', (open) => {
        body.textContent = open ? message.text : visible;
      }));
    }
    if (message.html) {
      const frame = h('iframe', {class: 'formatted', sandbox: '', title: 'The mail as it was formatted', hidden: true});
      tools.push(this.#toggle('Show formatted', 'Show as text', (open) => {
        if (open && !frame.srcdoc) this.#pictured(message.html).then((html) => { frame.srcdoc = this.#harmless(html); });
        frame.hidden = !open;
        body.hidden = open;
      }));
      return this.#said(kind, message, [body, frame], tools);
    }
    return this.#said(kind, message, [body], tools);
  }

  #said(kind, message, body, tools) {
    const label = PURPOSE[message.purpose] ?? '';
    return h('li', {class: `said ${kind}`},
      h('div', {class: 'meta'},
        h('strong', {}, message.author), label && h('span', {class: 'label'}, label),
        h('time', {datetime: message.at}, when.format(new Date(message.at)))),
      body,
      message.attachments.length > 0 && h('ul', {class: 'files'}, message.attachments.map((file) =>
        h('li', {}, h('a', {href: file.url, download: file.name}, file.name,
          h('span', {class: 'muted'}, ` ${file.contentType} · ${size(file.size)}`))))),
      tools.length > 0 && h('div', {class: 'tools'}, tools));
  }

  #toggle(closed, open, change) {
    let isOpen = false;
    const button = h('button', {type: 'button', class: 'link', 'aria-expanded': 'false', onclick: () => {
      isOpen = !isOpen;
      button.textContent = isOpen ? open : closed;
      button.setAttribute('aria-expanded', String(isOpen));
      change(isOpen);
    }}, closed);
    return button;
  }

  /** The frame may load nothing, so the mail's own pictures are put into the page itself. */
  async #pictured(html) {
    const addresses = new Set([...html.matchAll(/ src="(\/api\/v1\/tickets\/[\w/-]+\/picture)"/g)].map((found) => found[1]));
    for (const address of addresses) {
      html = html.replaceAll(` src="${address}"`, ` src="${await picture(address)}"`);
    }
    return html;
  }

  /** The server has sanitized it; the frame may run nothing, and this keeps it from loading anything. */
  #harmless(html) {
    return '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
      + 'content="default-src \'none\'; img-src data:; style-src \'unsafe-inline\'">'
      + '<meta name="referrer" content="no-referrer"><base target="_blank">' + html;
  }

  #history() {
    return h('ol', {class: 'history'}, (this.#timeline ?? []).map((entry) =>
      h('li', {}, h('time', {datetime: entry.at}, when.format(new Date(entry.at))),
        h('div', {}, h('strong', {}, entry.actor), ' ', inLocalTime(entry.what),
          entry.why && h('p', {class: 'muted why'}, entry.why)))));
  }

  #promises() {
    const {sla} = this.#ticket;
    const line = (name, target, waiting) => {
      if (!target.dueAt && !target.metAt && !waiting) return null;
      const due = target.dueAt && new Date(target.dueAt);
      const left = due && due - Date.now();
      let state;
      let tone = '';
      if (target.metAt) {
        state = target.breached ? 'met late' : 'met';
        tone = target.breached ? 'bad' : 'good';
      } else if (waiting) {
        state = 'stands still while we wait';
      } else if (left < 0) {
        state = `overdue by ${span(left)}`;
        tone = 'bad';
      } else {
        state = `in ${span(left)}`;
        tone = left < 3600000 ? 'warn' : '';
      }
      return h('div', {}, h('dt', {}, name),
        h('dd', {}, h('span', {class: `left ${tone}`}, state), (target.metAt || due) && h('span', {class: 'muted due'}, when.format(target.metAt ? new Date(target.metAt) : due))));
    };
    const lines = [line('First response', sla.firstResponse, false), line('Resolution', sla.resolution, sla.paused)].filter(Boolean);
    return h('section', {class: 'box', id: 'promises'}, h('h3', {}, 'Promised'),
      lines.length ? h('dl', {}, lines) : h('p', {class: 'muted'}, 'Nothing yet.'),
      lines.length > 0 && h('p', {class: 'muted'}, h('a', {href: `/desk/tickets/${this.#ticket.number}/sla`, target: '_blank', rel: 'noopener'}, 'Why these dates?')));
  }

  #customer() {
    const c = this.#work.customer;
    const rating = this.#work.rating;
    return h('section', {class: 'box'}, h('h3', {}, 'Customer'),
      h('p', {class: 'name'}, h('a', {href: `/desk/customers/${c.id}`, target: '_blank', rel: 'noopener'}, c.name ?? c.email)),
      c.name && h('p', {class: 'mail'}, h('a', {href: `mailto:${c.email}`}, c.email)),
      h('dl', {},
        c.organisation && h('div', {}, h('dt', {}, 'Organisation'), h('dd', {}, c.organisation)),
        h('div', {}, h('dt', {}, 'Plan'), h('dd', {}, words(c.plan) + (c.vip ? ', VIP' : ''))),
        h('div', {}, h('dt', {}, 'Since'), h('dd', {}, dayOnly.format(new Date(c.since)))),
        rating && h('div', {}, h('dt', {}, 'Rating'), h('dd', {},
          h('span', {class: 'stars', role: 'img', 'aria-label': `${rating.stars} of 5 stars`},
            '★'.repeat(rating.stars) + '☆'.repeat(5 - rating.stars)),
          rating.solved ? '' : ' – says it is not solved'))),
      rating?.comment && h('blockquote', {class: 'text'}, rating.comment));
  }

  #suggestions() {
    const box = h('section', {class: 'box', id: 'articles'}, h('h3', {}, 'Help articles'));
    if (this.#articles === null) box.append(h('p', {class: 'muted'}, 'Looking …'));
    else if (this.#articles.length === 0) box.append(h('p', {class: 'muted'}, 'Nothing fits.'));
    else box.append(h('ul', {class: 'articles'}, this.#articles.map((article) => h('li', {},
      h('a', {href: article.url, target: '_blank', rel: 'noopener'}, article.title),
      h('p', {class: 'muted'}, article.snippet),
      this.#canWrite() && h('div', {class: 'tools'},
        h('button', {type: 'button', class: 'link', 'aria-label': `Insert link to ${article.title}`,
          onclick: () => this.#insert(`${article.title}: ${new URL(article.url, location.origin)}`)}, 'Insert link'),
        h('button', {type: 'button', class: 'link', 'aria-label': `Insert text of ${article.title}`,
          onclick: () => this.#insert(article.snippet)}, 'Insert text'))))));
    return box;
  }

  #earlier() {
    const earlier = this.#work.earlier;
    return h('section', {class: 'box'}, h('h3', {}, 'Other tickets of this customer'),
      earlier.length === 0 ? h('p', {class: 'muted'}, 'None.')
        : h('ul', {class: 'earlier'}, earlier.map((ticket) => h('li', {},
          h('a', {href: `/desk/tickets/${ticket.number}`, target: '_blank', rel: 'noopener'}, `#${ticket.number} ${ticket.subject}`),
          h('span', {class: 'muted'}, ` ${STATUS[ticket.status] ?? ticket.status}, ${dayOnly.format(new Date(ticket.createdAt))}`)))));
  }

  // --- composer ---

  #canWrite() {
    return !this.#finished && this.#modes().length > 0;
  }

  #composer() {
    const modes = this.#modes();
    const item = this.#item();
    const claim = item && !item.mine && !this.#finished && h('div', {class: 'alert'},
      h('p', {}, item.owner ? `“${item.name}” belongs to ${item.owner}.` : `“${item.name}” belongs to nobody yet.`),
      !item.owner && h('button', {type: 'button', class: 'button', id: 'claim', onclick: () => this.#claim(item)}, 'Take it'));
    const news = h('div', {id: 'news', tabindex: '-1', 'aria-live': 'polite'}, this.#news && this.#alert(this.#news));
    if (modes.length === 0) return h('section', {class: 'composer over'}, news, claim);
    const mode = OUTCOMES[this.#mode] ?? {tab: words(this.#mode), label: 'Text', button: words(this.#mode), to: 'colleagues', optional: true, done: 'Done.'};
    return h('section', {class: `composer to-${mode.to}`, 'aria-label': 'Write'},
      news, claim,
      h('form', {novalidate: true, onsubmit: (event) => { event.preventDefault(); this.submit(); },
        onkeydown: (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.submit(); } }},
        h('fieldset', {class: 'segments'}, h('legend', {class: 'hidden'}, 'What do you want to do?'),
          modes.map((name) => h('label', {class: 'segment'},
            h('input', {type: 'radio', name: 'mode', id: `mode-${name}`, value: name, checked: name === this.#mode,
              onchange: () => { this.#mode = name; this.#news = null; this.#keepDraft(); this.#render(); }}),
            h('span', {}, OUTCOMES[name]?.tab ?? words(name))))),
        this.#fields(mode),
        h('div', {class: 'send'},
          h('button', {type: 'submit', class: 'button', id: 'send', disabled: this.#sending}, this.#sending ? 'Sending …' : mode.button),
          h('p', {class: 'muted'}, mode.hint ?? ''))));
  }

  #fields(mode) {
    if (this.#mode === 'CONFIRM_BUG') {
      return [
        this.#field('summary', 'Summary', {rows: 1, hint: 'One line: what is broken.'}),
        this.#field('impact', 'Impact', {rows: 2, hint: 'Who is affected, how badly, is there a way around it?'}),
        this.#field('steps', 'Steps to reproduce', {rows: 4}),
      ];
    }
    if (this.#mode === 'MERGE') return [this.#field('into', 'Number of the ticket that goes on', {rows: 1})];
    if (this.#handsTicketOver()) {
      return [this.#mode === 'ESCALATE' && this.#teamChoice(), ...HAND_OVER.map(({name, label, hint}) => this.#field(name, label, {rows: 2, hint}))];
    }
    return [this.#field('text', mode.optional ? `${mode.label} (optional)` : mode.label, {rows: 6})];
  }

  /** Giving back a review or an outcome of engineering hands no ticket over. */
  #handsTicketOver() {
    return OUTCOMES[this.#mode]?.handsOver === true && this.#item()?.kind === 'Task_WorkOnTicket';
  }

  #teamChoice() {
    const teams = Object.entries(this.#work.teams).filter(([id]) => id !== this.#ticket.team);
    return h('div', {class: 'field'}, h('label', {for: 'team'}, 'To'),
      h('select', {id: 'team', onchange: (event) => this.#type('team', event.target.value)},
        h('option', {value: ''}, 'The usual next team'),
        teams.map(([id, name]) => {
          const option = h('option', {value: id}, name);
          option.selected = this.#draft.team === id;
          return option;
        })));
  }

  #field(name, label, {rows, hint}) {
    const error = this.#news?.fields?.[name];
    return h('div', {class: 'field'},
      h('label', {for: name}, label),
      h('textarea', {id: name, rows, value: this.#draft[name] ?? '', 'aria-invalid': error ? 'true' : null,
        'aria-describedby': [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || null,
        oninput: (event) => this.#type(name, event.target.value)}),
      hint && h('p', {class: 'muted', id: `${name}-hint`}, hint),
      error && h('p', {class: 'error', id: `${name}-error`}, error));
  }

  #type(name, value) {
    this.#draft[name] = value;
    this.#keepDraft();
  }

  #insert(text) {
    if (!['REPLY', 'ASK', 'RESOLVE'].includes(this.#mode) && this.#modes().includes('REPLY')) this.#mode = 'REPLY';
    const before = this.#draft.text ?? '';
    this.#type('text', before.trim() ? `${before.trimEnd()}\n\n${text}\n` : `${text}\n`);
    this.#render();
    this.#root.getElementById('text')?.focus();
  }

  #alert({kind, text, offer}) {
    return h('div', {class: `alert ${kind}`, role: kind === 'bad' ? 'alert' : 'status'}, h('p', {}, text),
      offer && h('button', {type: 'button', class: 'button quiet', onclick: offer.act}, offer.text));
  }

  // --- acting ---

  /** Does what the chosen mode says; also called when Tasklist's own button is pressed. */
  async submit() {
    const missing = this.#missing();
    if (this.#sending || missing) {
      if (missing) this.#tell({kind: 'bad', text: 'Something is missing.', fields: missing});
      return;
    }
    const mode = this.#mode;
    this.#sending = true;
    this.#news = null;
    this.#render();
    try {
      if (mode === 'NOTE') await api(`tickets/${this.number}/messages`, {text: this.#draft.text.trim(), kind: 'NOTE'});
      else if (mode === 'GIVE_BACK') {
        await api(`tickets/${this.number}/give-back`, {task: this.#item().id,
          ...(this.#handsTicketOver() ? {handOver: this.#handOverNote()} : {text: this.#draft.text?.trim() || undefined})});
      }
      else if (mode === 'MERGE') await api(`tickets/${this.number}/merge`, {into: Number(this.#into())});
      else await api(`tickets/${this.number}/work`, this.#body(mode));
      const team = this.#work.teams[this.#draft.team];
      this.#dropDraft();
      this.#sending = false;
      this.#finished = mode !== 'REPLY' && mode !== 'NOTE' && mode !== 'MERGE';
      const done = mode === 'ESCALATE' ? `Handed over${team ? ` to ${team}` : ''} with everything known so far.` : OUTCOMES[mode]?.done ?? 'Done.';
      this.#news = {kind: 'good', text: done};
      await this.load();
      this.#root.getElementById('news')?.focus();
      if (this.#finished) {
        this.dispatchEvent(new CustomEvent('tierline-finished', {bubbles: true, composed: true, detail: {outcome: mode}}));
      }
    } catch (error) {
      this.#sending = false;
      this.#refused(error);
    }
  }

  #into() {
    return this.#draft.into?.trim().match(/^#?(\d{1,15})$/)?.[1];
  }

  #missing() {
    if (this.#mode === 'MERGE') return this.#into() ? null : {into: 'Please write a ticket number.'};
    const needed = this.#mode === 'CONFIRM_BUG' ? ['summary', 'impact', 'steps']
      : this.#handsTicketOver() ? HAND_OVER.map(({name}) => name) : OUTCOMES[this.#mode]?.optional ? [] : ['text'];
    const missing = needed.filter((name) => !this.#draft[name]?.trim());
    return missing.length === 0 ? null : Object.fromEntries(missing.map((name) => [name, 'Please write something here.']));
  }

  #body(mode) {
    const draft = this.#draft;
    const messages = this.#ticket.messages;
    return {
      outcome: mode,
      task: mode === 'REPLY' ? undefined : this.#item()?.id,
      lastMessage: messages[messages.length - 1]?.id,
      ...(mode === 'ESCALATE' ? {handOver: this.#handOverNote(), team: draft.team || undefined}
        : mode === 'CONFIRM_BUG' ? {bug: {summary: draft.summary.trim(), impact: draft.impact.trim(), steps: draft.steps.trim()}}
          : {text: draft.text?.trim() || undefined}),
    };
  }

  #handOverNote() {
    return Object.fromEntries(HAND_OVER.map(({name}) => [name, this.#draft[name].trim()]));
  }

  #refused(error) {
    const reload = {text: 'Show the ticket as it is now', act: () => { this.#news = null; this.load(); }};
    if (error.status === 409) {
      this.#tell({kind: 'bad', text: `${error.message.replace(/\w$/, '$&.')} What you wrote is kept.`, offer: reload});
    } else if (error.errors?.length) {
      this.#tell({kind: 'bad', text: 'Please look at the marked field.',
        fields: Object.fromEntries(error.errors.map((e) => [e.field.replace(/^(bug|handOver)\./, ''), e.message]))});
    } else {
      this.#tell({kind: 'bad', text: `${this.#inWords(error)} What you wrote is kept.`});
    }
  }

  #tell(news) {
    this.#news = news;
    this.#render();
    const field = news.fields && Object.keys(news.fields)[0];
    this.#root.getElementById(field ?? 'news')?.focus();
  }

  #inWords(error) {
    if (error.status === 401) return 'You are logged out. Log in again in another tab, then try once more.';
    return error instanceof Refusal ? error.message : 'The desk cannot be reached right now.';
  }

  async #claim(item) {
    try {
      this.#work = await api(`tickets/${this.number}/claim`, {task: item.id});
      this.#news = null;
      await this.load();
      this.dispatchEvent(new CustomEvent('tierline-claimed', {bubbles: true, composed: true}));
    } catch (error) {
      this.#refused(error);
    }
  }

  // --- what happens meanwhile ---

  async #suggest() {
    const first = this.#ticket.messages[0];
    const query = `${this.#ticket.subject} ${first?.visibleReply ?? ''}`.replaceAll(/\s+/g, ' ').slice(0, 300);
    try {
      this.#articles = await api(`kb/suggestions?q=${encodeURIComponent(query)}`);
    } catch {
      this.#articles = [];
    }
    this.#root.getElementById('articles')?.replaceWith(this.#suggestions());
  }

  #tick() {
    if (this.#ticket) this.#root.getElementById('promises')?.replaceWith(this.#promises());
  }

  async #lookForNews() {
    if (!this.#ticket || this.#finished || this.#sending || document.hidden) return;
    try {
      const now = await api(`tickets/${this.number}`);
      if (now.messages.length > this.#ticket.messages.length && !this.#news?.offer) {
        const latest = now.messages[now.messages.length - 1];
        this.#news = {kind: 'note', text: `${latest.author} wrote something new.`,
          offer: {text: 'Show it', act: () => { this.#news = null; this.load(); }}};
        this.#root.getElementById('news')?.replaceChildren(this.#alert(this.#news));
      }
    } catch {
      // the next action tells
    }
  }
}

if (!customElements.get('tierline-ticket')) customElements.define('tierline-ticket', TierlineTicket);
