/** @type {import('../visit.mjs').Page} */
export const signOut = {
  async post(visit) {
    // Where the portal cannot be reached it holds here all the same; the session there ends by its age.
    await visit.person?.portal.accounts.signOut().catch(() => undefined);
    return { to: visit.linkTo('sign-in', { notice: 'signed-out' }), browserId: visit.signOut() };
  },
};
