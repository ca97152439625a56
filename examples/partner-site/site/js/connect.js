import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { addresses } from '@affilia/sdk/addresses';
import { associations } from '@affilia/sdk/associations';
import { billing } from '@affilia/sdk/billing';
import { invitations } from '@affilia/sdk/invitations';
import { mails } from '@affilia/sdk/mails';
import { memberships } from '@affilia/sdk/memberships';
import { organizations } from '@affilia/sdk/organizations';
import { people } from '@affilia/sdk/people';
import { recovery } from '@affilia/sdk/recovery';
import { redirect } from '@affilia/sdk/redirect';
import { secondFactors } from '@affilia/sdk/second-factors';
import { sessions } from '@affilia/sdk/sessions';
import * as config from '../config.js';
import { en } from './words.en.js';
import { fr } from './words.fr.js';

/** The language of the page is the one of everything that the service answers. */
export const locale = document.documentElement.lang;
export const words = locale === 'fr-CA' ? fr : en;

const { endpoint, keys, clientIds = {} } = config;
const [own, ...others] = Object.keys(keys);
const asked = new URLSearchParams(location.search).get('association');
/** Whose site this is: `?association=acps`, and without it the first that has a key. */
const association = others.includes(asked) ? asked : own;

/** Where the site says by what id the realm knows it, people may sign in on the realm's page too. */
const clientId = clientIds[association];

let tellSignedOut = () => undefined;
let tellSignedIn = () => undefined;

export const affilia = createAffilia({
  endpoint,
  clientKey: keys[association],
  locale,
  onSignedOut: event => tellSignedOut(event),
  onSignedInElsewhere: () => tellSignedIn(),
  use: {
    accounts,
    addresses,
    associations,
    billing,
    invitations,
    mails,
    memberships,
    organizations,
    people,
    recovery,
    secondFactors,
    sessions,
    ...(clientId && {
      redirect: redirect({ clientId, redirectUri: addressOf('signed-in.html') }),
    }),
  },
});

/** Says what to do when nobody is signed in any more. */
export const whenSignedOut = listener => {
  tellSignedOut = listener;
};

/** Says what to do when somebody signs in in another tab. */
export const whenSignedIn = listener => {
  tellSignedIn = listener;
};

/** The address of a page of this site, in the language of this page unless another folder is named. */
export function addressOf(page, parameters = {}) {
  const address = new URL(page, location.href);
  if (association !== own) address.searchParams.set('association', association);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}
