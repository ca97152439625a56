import { SignInAgain } from '../fault.mjs';
import { backToList } from './resend.mjs';

/** @type {import('../visit.mjs').Page} */
export const revoke = {
  async post(visit) {
    const { person, form } = visit;
    if (!person) throw new SignInAgain();
    const outcome = await person.portal.invitations.revoke({ invitationId: form.get('invitation') ?? '' });
    return backToList(
      visit,
      outcome.ok
        ? { act: 'revoked', email: outcome.value.invitation.email }
        : { refused: outcome.problem.message },
    );
  },
};
