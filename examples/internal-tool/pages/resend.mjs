import { SignInAgain } from '../fault.mjs';

/** @type {import('../visit.mjs').Page} */
export const resend = {
  async post(visit) {
    const { person, form } = visit;
    if (!person) throw new SignInAgain();
    const outcome = await person.portal.invitations.resend({
      invitationId: form.get('invitation') ?? '',
      idempotencyKey: form.get('key'),
    });
    return backToList(
      visit,
      outcome.ok
        ? { act: 'resent', email: outcome.value.invitation.email }
        : { refused: outcome.problem.message },
    );
  },
};

/**
 * Back to the page of the list that the button stood on, where the outcome is said.
 *
 * @param {import('../visit.mjs').Visit} visit
 * @param {import('./invitations.mjs').ActOutcome} told
 */
export function backToList({ address, person, linkTo }, told) {
  const { outcome, ...parameters } = Object.fromEntries(address.searchParams);
  return { to: linkTo('invitations', { ...parameters, outcome: person?.tell(told) }) };
}
