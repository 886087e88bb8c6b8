/**
 * The bell in the head of the staff pages: shows how much is unread, as the desk says it by
 * server-sent events, and the latest notices when opened. Hidden pages do not listen.
 */

const bell = document.querySelector('[data-bell]');
const count = bell.querySelector('[data-count]');
const list = bell.querySelector('[data-list]');
let stream;

function show(unread) {
  count.textContent = unread > 99 ? '99+' : String(unread);
  count.hidden = unread === 0;
  bell.querySelector('summary').setAttribute('aria-label', unread === 0
    ? 'Notifications' : `Notifications, ${unread} unread`);
  if (bell.open) load();
}

function listen() {
  stream?.close();
  stream = document.hidden ? undefined : new EventSource('/api/v1/me/notifications/stream');
  stream?.addEventListener('bell', event => show(Number(event.data)));
}

async function load() {
  const answer = await fetch('/api/v1/me/notifications?most=8', {headers: {Accept: 'application/json'}});
  if (!answer.ok) return;
  const {notifications} = await answer.json();
  list.replaceChildren(...notifications.map(item));
  if (notifications.length === 0) list.textContent = 'Nothing yet.';
}

/** What strangers wrote is set as text. */
function item(notice) {
  const entry = document.createElement('li');
  entry.className = notice.read ? '' : 'unread';
  const link = document.createElement('a');
  link.href = notice.link;
  link.textContent = notice.text;
  link.addEventListener('click', () => {
    fetch(`/api/v1/me/notifications/${notice.id}/read`, {method: 'POST', keepalive: true});
  });
  const time = document.createElement('time');
  time.className = 'hint';
  time.dateTime = notice.at;
  time.textContent = new Date(notice.at).toLocaleString([], {dateStyle: 'medium', timeStyle: 'short'});
  entry.append(link, ' ', time);
  return entry;
}

bell.addEventListener('toggle', () => bell.open && load());
document.addEventListener('visibilitychange', listen);
document.addEventListener('click', event => {
  if (bell.open && !bell.contains(event.target)) bell.open = false;
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && bell.open) bell.open = false;
});
bell.querySelector('[data-read-all]').addEventListener('click', async () => {
  await fetch('/api/v1/me/notifications/read', {method: 'POST'});
  load();
});
listen();
