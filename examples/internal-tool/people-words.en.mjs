import { html } from './html.mjs';

/** @type {import('./people-words.fr.mjs').PeopleWords} */
export const peopleEn = {
  search: 'How the family name starts',
  count: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'person' : 'people'}`,
  nobody: 'No family name starts like this. Try fewer letters.',
  empty: 'The association has nobody on file yet. An invitation adds somebody.',
  open: name => html`See the record<span class="unseen"> of ${name}</span>`,
  toList: 'Back to the list of people',
  record: 'Record',
  facts: {
    contactEmail: 'E-mail on file',
    workPhone: 'Work telephone',
    language: 'Language',
    account: 'Account',
    addresses: 'Addresses of the account',
  },
  languages: { FR_CA: 'French', EN_CA: 'English' },
  noAccount: 'None so far',
  addressNotes: { primary: 'primary', unverified: 'not confirmed' },
  masked: 'The account may serve other associations too: its addresses are not shown in full.',
  acts: 'What you can do',
  mails: {
    title: 'Mails',
    count: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'mail' : 'mails'}, the latest first.`,
    none: 'The association has written nothing to this person so far.',
    address: 'Address',
    state: 'State',
    why: 'Why',
    queued: 'Prepared',
    nextTry: 'Next try',
    settled: { SENT: 'Sent', BOUNCED: 'Given up', CANCELLED: 'Cancelled' },
    again: subject => html`Send again<span class="unseen">: ${subject}</span>`,
    sentAgain: address =>
      `Another mail is on its way to ${address}. It can take some minutes. A link or code of the mail before no longer works.`,
    refused: 'Nothing was sent.',
    tooSoon: seconds =>
      `This mail has only just left, and can take some minutes. It can be sent again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  },
};
