import { addressOf, affilia } from './connect.js';

/** What a form does where a sign-in is too old: it is renewed, and the person comes back to this place of the site. */
export const signInAgain = place => ({
  async SIGN_IN() {
    await affilia.accounts.signOut().catch(() => undefined);
    location.replace(addressOf('sign-in.html', { then: place }));
  },
});
