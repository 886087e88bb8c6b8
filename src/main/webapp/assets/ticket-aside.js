/** What stands beside a ticket: promises, the customer, articles that may help, other tickets. */

import {h} from './dom.js';
import {STATUS, dayOnly, span, when, words} from './ticket-words.js';

export function promises({number, sla}) {
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
    lines.length > 0 && h('p', {class: 'muted'}, h('a', {href: `/desk/tickets/${number}/sla`, target: '_blank', rel: 'noopener'}, 'Why these dates?')));
}

export function customer({customer: c, rating}) {
  return h('section', {class: 'box'}, h('h3', {}, 'Customer'),
    h('p', {class: 'name'}, h('a', {href: `/desk/customers/${c.id}`, target: '_blank', rel: 'noopener'}, c.name ?? c.email)),
    c.name && h('p', {class: 'mail'}, h('a', {href: `mailto:${c.email}`}, c.email)),
    c.mailFailure && h('p', {class: 'astray'}, `Mails to them come back: ${c.mailFailure}`),
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

/** @param insert takes what shall stand in the answer; none while nothing can be written */
export function suggestions(articles, insert) {
  const box = h('section', {class: 'box', id: 'articles'}, h('h3', {}, 'Help articles'));
  if (articles === null) box.append(h('p', {class: 'muted'}, 'Looking …'));
  else if (articles.length === 0) box.append(h('p', {class: 'muted'}, 'Nothing fits.'));
  else box.append(h('ul', {class: 'articles'}, articles.map((article) => h('li', {},
    h('a', {href: article.url, target: '_blank', rel: 'noopener'}, article.title),
    h('p', {class: 'muted'}, article.snippet),
    insert && h('div', {class: 'tools'},
      h('button', {type: 'button', class: 'link', 'aria-label': `Insert link to ${article.title}`,
        onclick: () => insert(`${article.title}: ${new URL(article.url, location.origin)}`)}, 'Insert link'),
      h('button', {type: 'button', class: 'link', 'aria-label': `Insert text of ${article.title}`,
        onclick: () => insert(article.snippet)}, 'Insert text'))))));
  return box;
}

export function earlier(tickets) {
  return h('section', {class: 'box'}, h('h3', {}, 'Other tickets of this customer'),
    tickets.length === 0 ? h('p', {class: 'muted'}, 'None.')
      : h('ul', {class: 'earlier'}, tickets.map((ticket) => h('li', {},
        h('a', {href: `/desk/tickets/${ticket.number}`, target: '_blank', rel: 'noopener'}, `#${ticket.number} ${ticket.subject}`),
        h('span', {class: 'muted'}, ` ${STATUS[ticket.status] ?? ticket.status}, ${dayOnly.format(new Date(ticket.createdAt))}`)))));
}
