import { html } from './html.mjs';

/** @type {import('./client-words.fr.mjs').ClientWords} */
export const clientEn = {
  open: name => html`Settings<span class="unseen"> of ${name}</span>`,
  change: 'Change',
  back: 'Back to the client',
  facts: {
    displayNames: 'Displayed name',
    pages: 'Pages',
    postLogoutRedirectUris: 'Return after signing out',
    backchannelLogoutUri: 'Told of sign-outs at',
    keyPairs: 'Key pairs',
  },
  displayedAs: (fr, en) => `${en} (in French: ${fr})`,
  lastUsed: (what, at) => (at === null ? `${what}; never used` : `${what}; last used on ${at}`),
  name: {
    link: 'Displayed name',
    title: name => `Displayed name of ${name}`,
    intro:
      'People read this name where they sign in and in the list of their sessions. Without one, they read that of the association.',
    labels: { displayNameFr: 'In French', displayNameEn: 'In English' },
    submit: 'Save the name',
    done: name => `The displayed name of ${name} is saved.`,
  },
  origins: {
    link: 'Origins',
    title: name => `Origins of ${name}`,
    intro: 'What is taken off this list is refused from the next request on.',
    labels: { origins: 'Origins, one per line' },
    submit: 'Save the origins',
    done: name => `The origins of ${name} are saved.`,
  },
  pages: {
    link: 'Pages that e-mails open',
    title: name => `Pages of ${name}`,
    intro: 'Links in e-mails open these pages. Where there is no address, they open the portal’s page.',
    language: { FR_CA: 'French', EN_CA: 'English' },
    submit: 'Save the pages',
    done: name => `The pages of ${name} are saved.`,
  },
  serves: {
    link: 'E-mails of the association',
    title: name => `E-mails of the association and ${name}`,
    intro: 'One site at a time serves the e-mails of the association.',
    labels: { serves: 'Links in the association’s e-mails' },
    submit: 'Save this choice',
    done: name => `The choice is saved for ${name}.`,
  },
  servesOptions: {
    yes: 'open the pages of this site',
    no: 'open those of the body above, or of the portal',
  },
  returns: {
    link: 'Return addresses',
    title: name => `Return addresses of ${name}`,
    intro: 'They are compared exactly. Nobody is sent anywhere else.',
    labels: {
      redirectUris: 'After signing in, one address per line',
      postLogoutRedirectUris: 'After signing out, one address per line',
      backchannelLogoutUri: 'Where to tell the client of sign-outs elsewhere',
    },
    submit: 'Save the addresses',
    done: name => `The return addresses of ${name} are saved.`,
  },
  scopes: {
    link: 'Scopes',
    title: name => `Scopes of ${name}`,
    intro: 'They hold from the next request on. This tool hands out no more scopes than it has.',
    labels: { scopes: 'What this client may be used for' },
    submit: 'Save the scopes',
    done: name => `The scopes of ${name} are saved.`,
  },
  keyPairs: {
    link: 'Key pairs',
    title: name => `Key pairs of ${name}`,
    intro:
      'A client that has key pairs gets its tokens by them alone. To replace one, add the new pair, deploy it, then take the old one away once it is no longer used.',
    labels: { jwks: 'Public keys (JWKS)' },
    submit: 'Save the public keys',
    done: name => `The public keys of ${name} are saved.`,
  },
  jwksHelp: 'The public halves only. A private key that is sent here is refused.',
  signIn: {
    link: 'Password',
    title: name => `Password and ${name}`,
    intro:
      'A client that takes passwords takes those of the members of every association of the tree. The choice holds from the next request on.',
    labels: { signInMode: 'Where people type their password' },
    submit: 'Save this choice',
    done: name => `Where to type the password is saved for ${name}.`,
  },
  grantedAbove:
    'Only a realm administrator may let a client take passwords, at further addresses, or with another key. Ask whoever runs this service.',
};
