import { auditEn } from './audit-words.en.mjs';
import { clientEn } from './client-words.en.mjs';
import { faultsEn } from './faults.en.mjs';
import { handoverEn } from './handover-words.en.mjs';
import { html } from './html.mjs';
import { importEn } from './import-words.en.mjs';
import { invitationEn, inviteEn, inviteResultEn } from './invitation-words.en.mjs';
import { invoiceEn } from './invoice-words.en.mjs';
import { membershipEn } from './membership-words.en.mjs';
import { mergeEn } from './merge-words.en.mjs';
import { peopleEn } from './people-words.en.mjs';
import { remittanceEn } from './remittance-words.en.mjs';
import { runEn } from './run-words.en.mjs';
import { secondFactorEn } from './second-factor-words.en.mjs';
import { lettersEn } from './letters-words.en.mjs';
import { lostAddressEn } from './lost-address-words.en.mjs';
import { securityEn } from './security-words.en.mjs';
import { teamEn } from './team-words.en.mjs';

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
    people: 'People',
    invitations: 'Invitations',
    invite: 'Invite',
    handovers: 'Hand-overs',
    invoices: 'Invoices',
    remittances: 'Remittances',
    merges: 'Merges',
    imports: 'Imports',
    staff: 'Staff',
    audit: 'Audit trail',
    clients: 'Clients',
    settings: 'Security settings',
  },
  list: {
    find: 'Search',
    show: 'Show',
    lookAgain: 'See where it stands',
    pages: 'Pages of the list',
    previous: 'Previous page',
    next: 'Next page',
  },
  signIn: {
    again: 'Sign in again',
    tree: 'Association',
    notices: {
      'signed-out': 'You are signed out.',
      'session-ended': 'Your session has ended. Sign in again to go on.',
    },
  },
  secondFactor: secondFactorEn,
  letters: lettersEn,
  lostAddress: lostAddressEn,
  security: securityEn,
  people: peopleEn,
  handovers: handoverEn,
  merges: mergeEn,
  membership: membershipEn,
  invoices: invoiceEn,
  remittances: remittanceEn,
  imports: importEn,
  runs: runEn,
  team: teamEn,
  audit: auditEn,
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
  invitations: invitationEn,
  invite: inviteEn,
  result: inviteResultEn,
  client: clientEn,
  clients: {
    count: counter('client', 'clients'),
    register: 'Register a client',
    rotate: name => html`Replace the key<span class="unseen"> of ${name}</span>`,
    revoke: name => html`Revoke<span class="unseen"> ${name}</span>`,
    revokedNotice: name => `${name} is revoked. All its keys are refused from now on.`,
    never: 'Never',
    keyUntil: (made, until) => `Made on ${made}; refused from ${until}`,
    keyMade: made => `Made on ${made}`,
    facts: {
      kind: 'Kind',
      signInMode: 'Password',
      publishableKey: 'Publishable key',
      keys: 'Keys accepted',
      origins: 'Origins',
      redirectUris: 'Return addresses',
      pagesOf: 'Its pages serve',
      scopes: 'Scopes',
      lastUsed: 'Last used',
      registered: 'Registered on',
      revoked: 'Revoked on',
    },
    form: {
      title: 'Register a client',
      intro: 'A client is a program that calls the portal: a website, a tool or a service.',
      name: 'Name',
      nameHelp: 'As the staff calls it.',
      kind: 'Kind',
      origins: 'Origins, one per line',
      originsHelp: 'For a website: where its pages call from. For example https://www.example.org',
      redirectUris: 'Return addresses, one per line',
      redirectUrisHelp: 'Where people come back to after signing in on the portal’s page.',
      scopes: 'Scopes',
      scopesHelp: 'For a tool or a service: what its key may be used for.',
      submit: 'Register',
    },
    rotateForm: {
      title: name => `Replace the key of ${name}`,
      overlap: 'The present key',
      overlaps: {
        24: 'is accepted for another 24 hours, time enough to deploy the new one',
        72: 'is accepted for another 72 hours',
        0: 'is refused from now on, and so are earlier ones: it leaked',
      },
      submit: 'Make a new key',
    },
    revokeForm: {
      title: name => `Revoke ${name}`,
      warning:
        'All its keys will be refused from the next request on, for good, and nobody will be signed in there.',
      submit: 'Revoke for good',
    },
    key: {
      title: name => `Key of ${name}`,
      once: 'Copy this key now: it is shown this once.',
      again: 'This key stands in the pages of the site and can be seen in the list.',
      gone: 'This key has been shown already. If it is lost, replace it from the list.',
      toList: 'See the clients',
    },
  },
  faults: faultsEn,
};
