import { AsyncLocalStorage } from 'node:async_hooks';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { associations } from '@affilia/sdk/associations';
import { audit } from '@affilia/sdk/audit';
import { billing } from '@affilia/sdk/billing';
import { clients } from '@affilia/sdk/clients';
import { imports } from '@affilia/sdk/imports';
import { invitationRuns } from '@affilia/sdk/invitation-runs';
import { invitations } from '@affilia/sdk/invitations';
import { mails } from '@affilia/sdk/mails';
import { memberships } from '@affilia/sdk/memberships';
import { organizations } from '@affilia/sdk/organizations';
import { people } from '@affilia/sdk/people';
import { recovery } from '@affilia/sdk/recovery';
import { registrar } from '@affilia/sdk/registrar';
import { secondFactors } from '@affilia/sdk/second-factors';
import { staff } from '@affilia/sdk/staff';
import { treasury } from '@affilia/sdk/treasury';
import { uploads } from '@affilia/sdk/uploads';

/** @typedef {ReturnType<typeof connect>} Portal */

/**
 * The language of the page that is being answered: a person may have two windows in two languages.
 *
 * @type {AsyncLocalStorage<'fr-CA' | 'en-CA'>}
 */
export const speaking = new AsyncLocalStorage();

/**
 * The portal, as one person sees it through this tool. Their session stays in the memory of this server: `storage` is
 * theirs alone, and no browser ever sees a token or the secret key.
 *
 * @param {{
 *   endpoint: string,
 *   clientKey: string,
 *   storage: import('@affilia/sdk').SessionStorage,
 *   visitorAddress?: string | undefined,
 * }} options
 */
export const connect = ({ endpoint, clientKey, storage, visitorAddress }) =>
  createAffilia({
    endpoint,
    clientKey,
    storage,
    visitorAddress,
    locale: () => speaking.getStore() ?? 'fr-CA',
    use: {
      accounts,
      associations,
      audit,
      billing,
      clients,
      imports,
      invitationRuns,
      invitations,
      mails,
      memberships,
      organizations,
      people,
      recovery,
      registrar,
      secondFactors,
      staff,
      treasury,
      uploads,
    },
  });
