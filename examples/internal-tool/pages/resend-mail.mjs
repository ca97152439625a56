import { SignInAgain } from '../fault.mjs';

/** What is longer is a limit on many mails, and the portal words it. */
const BRIEF_SECONDS = 120;

/** Sends a mail again, and goes back to the record that it belongs to. @type {import('../visit.mjs').Page} */
export const resendMail = {
  async post({ person, form, address, linkTo, words }) {
    if (!person) throw new SignInAgain();
    const outcome = await person.portal.mails.resend({
      mailId: form.get('mail') ?? '',
      idempotencyKey: form.get('key'),
    });
    const said = words.people.mails;
    /** @type {import('../told.mjs').Told} */
    const told = outcome.ok
      ? { done: said.sentAgain(outcome.value.next.maskedAddress ?? '') }
      : { refused: `${said.refused} ${whyNot(outcome.problem, said)}` };
    return {
      to: linkTo('people/person', {
        person: address.searchParams.get('person'),
        outcome: person.tell(told),
      }),
    };
  },
};

/**
 * @param {{ __typename: string, message: string, retryAfterSeconds?: number }} problem
 * @param {import('../people-words.fr.mjs').PeopleWords['mails']} said
 */
const whyNot = ({ __typename, message, retryAfterSeconds = 0 }, said) =>
  __typename === 'TooManyAttempts' && retryAfterSeconds <= BRIEF_SECONDS
    ? said.tooSoon(retryAfterSeconds)
    : message;
