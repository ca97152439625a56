import { faultsEn } from './faults.en.mjs';
import { html } from './html.mjs';

/** @param {string} one @param {string} many @returns {(count: number) => string} */
const counter = (one, many) => count => `${count.toLocaleString('en-CA')} ${count === 1 ? one : many}`;

/** @type {import('./words.fr.mjs').Words} */
export const en = {
  tool: 'Staff tool',
  skip: 'Skip to content',
  navigation: 'Pages',
  otherLanguage: { folder: 'fr', locale: 'fr-CA', name: 'Français' },
  signOut: 'Sign out',
  tryAgain: 'Try again',
  toHome: 'Back to the home page',
  requestId: 'Request number:',
  email: 'E-mail address',
  errorIn: title => `To correct: ${title}`,
  pages: {
    '': 'Home',
    organizations: 'Organizations',
    members: 'Members',
    invitations: 'Invitations',
    invite: 'Invite',
  },
  list: { find: 'Search', pages: 'Pages of the list', previous: 'Previous page', next: 'Next page' },
  signIn: {
    title: 'Sign in',
    tree: 'Association',
    labels: { identifier: 'Username, e-mail address or member number', password: 'Password' },
    submit: 'Sign in',
    notices: {
      'signed-out': 'You are signed out.',
      'session-ended': 'Your session has ended. Sign in again to go on.',
    },
  },
  home: {
    signedIn: 'Signed in as',
    association: 'You work for',
    roles: 'Your roles',
    rolesFromAbove: 'You act here through a role that you have in a body above.',
    associations: 'Work for another association',
    associationsHelp:
      'An independent body keeps its own records, and does not open its lists to the body above it.',
    noRole: name => `${name} has no staff role in this association.`,
    noRoleTodo: 'Ask an administrator of the association for a role, or sign in with another account.',
  },
  organizations: {
    search: 'How the name starts',
    count: counter('organization', 'organizations'),
    legalName: 'Legal name',
    phone: 'Telephone',
    invite: name => `Invite delegates of ${name}`,
  },
  members: {
    search: 'How the family name or the organization’s name starts',
    count: counter('member', 'members'),
    number: 'Member number',
    class: 'Class',
    status: 'Status',
    since: 'Member since',
    invite: name => `Invite ${name}`,
  },
  invitations: {
    state: 'State',
    anyState: 'Any state',
    search: 'Part of the address or the name',
    count: counter('invitation', 'invitations'),
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
    },
    disputed: 'Whoever was told says that the wrong person has accepted.',
    resend: email => html`Send again<span class="unseen"> to ${email}</span>`,
    revoke: email => html`Withdraw<span class="unseen"> the invitation to ${email}</span>`,
    again: name => `Invite ${name} again`,
    resent: email => `A new invitation is on its way to ${email}. The former code no longer works.`,
    revoked: email => `The invitation to ${email} is withdrawn. Its code no longer works.`,
  },
  invite: {
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
  },
  result: {
    title: 'What became of the invitations',
    sent: (sent, all) => `${counter('invitation', 'invitations')(sent)} of ${all} sent.`,
    forgotten: 'This outcome is no longer at hand. The list of invitations says where each one stands.',
    toList: 'See the invitations',
    again: 'Correct the lines that were not sent',
    todo: {
      ALREADY_HELD:
        'There is nothing to send. If the role is to change hands, whoever has it leaves it first.',
      ALREADY_INVITED: 'Send the present invitation again, from the list of invitations.',
      BAD_ADDRESS: 'Correct the address.',
      INCOMPLETE: 'Add the given name and the family name, each of at most 100 characters.',
      NOT_FOUND:
        'Start again from the list of members or organizations, and check that your role allows this invitation.',
    },
  },
  faults: faultsEn,
};
