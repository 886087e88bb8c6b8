/** The REST API of the desk, asked with the login of the page. */

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `The desk answered ${status}.`);
    this.status = status;
    this.type = problem.type ?? '';
    this.errors = problem.errors ?? [];
  }
}

/** As an address that holds the picture itself; empty when it cannot be had. */
export async function picture(address) {
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

export async function api(path, body) {
  const answer = await fetch(`/api/v1/${path}`, {
    credentials: 'same-origin',
    ...(body && {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const json = (answer.headers.get('Content-Type') ?? '').includes('json') ? await answer.json() : {};
  if (!answer.ok) throw new Refusal(answer.status, json);
  return json;
}
