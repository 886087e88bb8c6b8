/*
 * Camunda's applications would show a login form of their own when the session is over. Loading the
 * page again instead lets the server ask, with the one login page of the desk.
 */
const atLogin = () => location.hash.startsWith('#/login');

if (atLogin()) {
  history.replaceState(null, '', location.pathname + location.search);
}
window.addEventListener('hashchange', () => {
  if (atLogin()) {
    location.replace(location.pathname + location.search);
  }
});
