import '../../../tierline/session.js';

export default {
  app: {name: 'Welcome', vendor: 'Tierline'},
  locales: {availableLocales: ['en', 'de'], fallbackLocale: 'en'},
  disableWelcomeMessage: true
};
