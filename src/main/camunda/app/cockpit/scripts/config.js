import '../../../tierline/session.js';

export default {
  app: {name: 'Cockpit', vendor: 'Tierline'},
  locales: {availableLocales: ['en', 'de'], fallbackLocale: 'en'},
  disableWelcomeMessage: true
};
