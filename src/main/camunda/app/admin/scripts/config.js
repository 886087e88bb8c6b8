import '../../../tierline/session.js';

export default {
  app: {name: 'Admin', vendor: 'Tierline'},
  locales: {availableLocales: ['en', 'de'], fallbackLocale: 'en'},
  disableWelcomeMessage: true
};
