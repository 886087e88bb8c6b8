/**
 * <tierline-ticket number="5734" task="…" scheme="light">: an agent's view of one ticket. Tasklist's
 * embedded forms and the staff page host it; it talks to /api/v1 with the login of the page.
 *
 * Everything strangers wrote is set as text, never as HTML; formatted mails are shown in a frame
 * that may not run or load anything. What the agent types is kept in the browser until it is stored.
 *
 * Fires `tierline-finished` (detail: {outcome}) when a piece of work is done.
 */

import {Refusal, api} from './desk-api.js';
import {h} from './dom.js';
import {customer, earlier, promises, suggestions} from './ticket-aside.js';
import {conversation, history} from './ticket-talk.js';
import {HAND_OVER, OUTCOMES, STATUS, when, words} from './ticket-words.js';

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
          this.#view === 'history' ? history(this.#timeline) : conversation(this.#ticket.messages),
          this.#composer()),
        h('aside', {'aria-label': 'About the customer'},
          promises(this.#ticket), customer(this.#work), this.#suggestions(), earlier(this.#work.earlier))));
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

  #suggestions() {
    return suggestions(this.#articles, this.#canWrite() ? (text) => this.#insert(text) : null);
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
    return [this.#field('text', mode.optional ? `${mode.label} (optional)` : mode.label, {rows: 6}), mode.to === 'customer' && this.#copies()];
  }

  /** Who may hear it beside the customer: people the ticket knows, and nobody unless the agent says so. */
  #copies() {
    const offered = this.#work.copies;
    if (offered.length === 0) return null;
    const chosen = this.#chosenCopies();
    const error = this.#news?.fields?.cc;
    const choice = ({email}) => h('label', {class: 'choice'},
      h('input', {type: 'checkbox', id: `cc-${email}`, checked: chosen.includes(email), onchange: (event) => {
        const others = this.#chosenCopies().filter((one) => one !== email);
        this.#type('cc', event.target.checked ? [...others, email] : others);
      }}), ' ', email);
    const expecting = offered.filter((one) => one.lastSpoken);
    const others = offered.filter((one) => !one.lastSpoken);
    return h('fieldset', {class: 'field copies', id: 'cc', tabindex: '-1', 'aria-describedby': error ? 'cc-error' : null},
      h('legend', {}, 'Also to'),
      expecting.map(choice),
      others.length > 0 && h('details', {open: expecting.length === 0 || others.some(({email}) => chosen.includes(email))},
        h('summary', {}, expecting.length === 0 ? 'Who takes part' : 'Others who take part'), others.map(choice)),
      error && h('p', {class: 'error', id: 'cc-error'}, error));
  }

  #chosenCopies() {
    const offered = this.#work.copies.map((one) => one.email);
    return (this.#draft.cc ?? []).filter((email) => offered.includes(email));
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
    const cc = OUTCOMES[mode]?.to === 'customer' ? this.#chosenCopies() : [];
    return {
      outcome: mode,
      cc: cc.length > 0 ? cc : undefined,
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
        fields: Object.fromEntries(error.errors.map((e) => [e.field.replace(/^(bug|handOver)\./, '').replace(/^cc\b.*/, 'cc'), e.message]))});
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
    if (this.#ticket) this.#root.getElementById('promises')?.replaceWith(promises(this.#ticket));
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
