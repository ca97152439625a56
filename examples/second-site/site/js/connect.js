import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { associations } from '@affilia/sdk/associations';
import { redirect } from '@affilia/sdk/redirect';
import { clientId, clientKey, endpoint } from '../config.js';
import { words } from './words.js';

/** The language of the page is the one of everything that the service answers. */
const locale = document.documentElement.lang;
export const say = words[locale];

export const affilia = createAffilia({
  endpoint,
  clientKey,
  locale,
  // In another tab or at another site: whoever looks at this page should see it.
  onSignedOut: ({ reason }) => {
    if (reason !== 'SIGNED_OUT') location.reload();
  },
  onSignedInElsewhere: () => location.reload(),
  use: {
    accounts,
    associations,
    redirect: redirect({
      clientId,
      redirectUri: new URL('signed-in.html', location.href).href,
      signedOutUri: new URL('./', location.href).href,
    }),
  },
});
