/** What was said in a ticket, and what happened to it. */

import {picture} from './desk-api.js';
import {h} from './dom.js';
import {PURPOSE, inLocalTime, size, when} from './ticket-words.js';

export function conversation(messages) {
  return h('ol', {class: 'talk'}, messages.map(saidAs));
}

function saidAs(message) {
  const kind = message.direction === 'INBOUND' ? 'customer' : message.direction === 'OUTBOUND' ? 'agent' : 'internal';
  const visible = message.visibleReply?.trim() ? message.visibleReply : message.text;
  const body = h('p', {class: 'text'}, visible);
  const tools = [];
  if (message.text.trim() !== visible.trim()) {
    tools.push(toggle('Show the whole message', 'Show the new words only', (open) => {
      body.textContent = open ? message.text : visible;
    }));
  }
  if (message.html) {
    const frame = h('iframe', {class: 'formatted', sandbox: '', title: 'The mail as it was formatted', hidden: true});
    tools.push(toggle('Show formatted', 'Show as text', (open) => {
      if (open && !frame.srcdoc) pictured(message.html).then((html) => { frame.srcdoc = harmless(html); });
      frame.hidden = !open;
      body.hidden = open;
    }));
    return said(kind, message, [body, frame], tools);
  }
  return said(kind, message, [body], tools);
}

function said(kind, message, body, tools) {
  const label = PURPOSE[message.purpose] ?? '';
  return h('li', {class: `said ${kind}`},
    h('div', {class: 'meta'},
      h('strong', {}, message.author), label && h('span', {class: 'label'}, label),
      h('time', {datetime: message.at}, when.format(new Date(message.at)))),
    message.copies.length > 0 && h('p', {class: 'muted'},
      `${kind === 'customer' ? 'Copied to' : 'Also to'} ${message.copies.join(', ')}`),
    body,
    message.attachments.length > 0 && h('ul', {class: 'files'}, message.attachments.map((file) =>
      h('li', {}, h('a', {href: file.url, download: file.name}, file.name,
        h('span', {class: 'muted'}, ` ${file.contentType} · ${size(file.size)}`))))),
    (tools.length > 0 || message.original) && h('div', {class: 'tools'}, tools,
      message.original && h('a', {class: 'link', href: message.original, download: '', title: 'The mail as it came'}, 'Original')));
}

function toggle(closed, open, change) {
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
async function pictured(html) {
  const addresses = new Set([...html.matchAll(/ src="(\/api\/v1\/tickets\/[\w/-]+\/picture)"/g)].map((found) => found[1]));
  for (const address of addresses) {
    html = html.replaceAll(` src="${address}"`, ` src="${await picture(address)}"`);
  }
  return html;
}

/** The server has sanitized it; the frame may run nothing, and this keeps it from loading anything. */
function harmless(html) {
  return '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
    + 'content="default-src \'none\'; img-src data:; style-src \'unsafe-inline\'">'
    + '<meta name="referrer" content="no-referrer"><base target="_blank">'
    + '<style>body { font: 15px/1.5 system-ui, sans-serif; }</style>' + html;
}

export function history(entries) {
  return h('ol', {class: 'history'}, (entries ?? []).map((entry) =>
    h('li', {}, h('time', {datetime: entry.at}, when.format(new Date(entry.at))),
      h('div', {}, h('strong', {}, entry.actor), ' ', inLocalTime(entry.what),
        entry.why && h('p', {class: 'muted why'}, entry.why)))));
}
