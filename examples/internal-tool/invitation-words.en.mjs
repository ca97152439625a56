import { html } from './html.mjs';

/** @type {import('./invitation-words.fr.mjs').InvitationWords} */
export const invitationEn = {
  state: 'State',
  anyState: 'Any state',
  search: 'Part of the address or the name',
  count: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'invitation' : 'invitations'}`,
  facts: {
    state: 'State',
    endedOn: 'Since',
    disputed: 'Dispute',
    target: 'Gives access to',
    roles: 'Roles',
    staffRole: 'Role',
    issuedOn: 'Sent on',
    issuedBy: 'On behalf of',
    lastDay: 'Can be used until',
    expiredOn: 'Expired since',
    mail: 'E-mail',
    mailState: 'State of the e-mail',
    mailQueuedOn: 'E-mail prepared on',
    mailSettledOn: /** @type {Record<string, string>} */ ({
      SENT: 'E-mail sent on',
      BOUNCED: 'E-mail given up on',
      CANCELLED: 'E-mail cancelled on',
    }),
  },
  disputed: 'Whoever was told says that the wrong person has accepted.',
  resend: email => html`Send again<span class="unseen"> to ${email}</span>`,
  revoke: email => html`Withdraw<span class="unseen"> the invitation to ${email}</span>`,
  again: name => `Invite ${name} again`,
  resent: email => `A new invitation is on its way to ${email}. The former code no longer works.`,
  revoked: email => `The invitation to ${email} is withdrawn. Its code no longer works.`,
};

/** @type {import('./invitation-words.fr.mjs').InviteWords} */
export const inviteEn = {
  title: 'Invite',
  delegates: 'Invite delegates',
  toRecord: 'Each person is put on the association’s file, and receives a code to open their account.',
  labels: {
    people: 'People to invite, one per line',
    address: 'E-mail address',
    roles: 'Roles given',
    locale: 'Language of the e-mail',
  },
  peopleHelp:
    'Address; given name; family name. For example: jean@maboite.example; Jean; Tremblay. At most 250 lines.',
  facts: {
    person: 'Person',
    membership: 'Membership',
    organization: 'Organization',
    delegates: 'Delegates at present',
  },
  noDelegates: 'Nobody for now',
  submit: 'Send',
  otherwise: 'Invite to something else',
  aDelegate: 'Delegates of an organization: choose the organization',
  aMember: 'The holder of a membership: choose the member',
  correct: 'Some answers must be corrected. Nothing was sent yet.',
  faults: {
    people: 'Enter at least one address.',
    tooLong: lines =>
      `${lines.length === 1 ? 'Line' : 'Lines'} ${lines.join(', ')}: more than three parts. Keep the address, the given name and the family name.`,
    roles: 'Choose at least one role.',
    locale: 'Choose the language of the e-mail.',
  },
};

/** @type {import('./invitation-words.fr.mjs').InviteResultWords} */
export const inviteResultEn = {
  title: 'What became of the invitations',
  sent: (sent, all) =>
    `${sent.toLocaleString('en-CA')} ${sent === 1 ? 'invitation' : 'invitations'} of ${all} sent.`,
  forgotten: 'This outcome is no longer at hand. The list of invitations says where each one stands.',
  toList: 'See the invitations',
  again: 'Correct the lines that were not sent',
  todo: {
    ALREADY_HELD: 'There is nothing to send. If the role is to change hands, whoever has it leaves it first.',
    ALREADY_INVITED: 'Send the present invitation again, from the list of invitations.',
    BAD_ADDRESS: 'Correct the address.',
    INCOMPLETE: 'Add the given name and the family name, each of at most 100 characters.',
    NOT_FOUND:
      'Start again from the list of members or organizations, and check that your role allows this invitation.',
  },
};
