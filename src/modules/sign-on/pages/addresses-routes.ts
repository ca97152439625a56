import type { FastifyInstance } from 'fastify';
import type { Parts } from '../../../platform/context.ts';
import {
  addEmailAddress,
  addressesOfAccount,
  addressForm,
  EMAIL_SECRET_SECONDS,
  makeAddressPrimary,
  removeEmailAddress,
  requestEmailConfirmation,
  type AccountAddress,
} from '../../accounts/index.ts';
import type { Providers } from '../provider/providers.ts';
import { addressesPage } from './addresses-page.ts';
import {
  addOwnPage,
  isFresh,
  NO_KEY,
  NOTHING_DONE,
  readTyped,
  refusedBy,
  type Again,
  type Own,
  type OwnPage,
} from './own-page.ts';

/** The realm's page for the addresses of an account: each confirmed one signs in. */
export const addAddressesPage = (server: FastifyInstance, parts: Parts, providers: Providers): void =>
  addOwnPage(server, parts, providers, ADDRESSES_PAGE);

const addressesOf = ({ context, here }: Own): Promise<readonly AccountAddress[]> =>
  context.load(addressesOfAccount, here.accountId);

const ADDRESSES_PAGE: OwnPage = {
  page: 'emails',
  show: async (own, again) =>
    addressesPage(own, { again, addresses: await addressesOf(own), isFresh: await isFresh(own) }),
  async act(own) {
    const { context, body } = own;
    const wish = body.get('act');
    if (wish === 'add') return add(own);
    const address = (await addressesOf(own)).find(({ id }) => id === body.get('address'));
    // Taken off in another tab: the page as it stands says so.
    if (!address) return NOTHING_DONE;

    const input = { addressId: address.id, ...NO_KEY };
    if (wish === 'primary') await makeAddressPrimary(context, input);
    else if (wish === 'remove') await removeEmailAddress(context, input);
    else if (wish === 'again') return mailed(own, await sendAgain(own, address));
    else return NOTHING_DONE;
    return saying(own, wish, { address: address.address });
  },
};

/** A further address is asked for anew; the one that the account came with is confirmed as it is. */
const sendAgain = (
  { context }: Own,
  { primary, address }: AccountAddress,
): Promise<{ maskedAddress: string }> =>
  primary ? requestEmailConfirmation(context, NO_KEY) : addEmailAddress(context, { address, ...NO_KEY });

async function add(own: Own): Promise<Again> {
  const { sent, again } = readTyped(own, addressForm(own.context.wording));
  if (again) return again;
  try {
    const address = sent.typed.get('input.address') ?? '';
    return mailed(own, await addEmailAddress(own.context, { address, ...NO_KEY }));
  } catch (fault) {
    return refusedBy(own, sent, fault);
  }
}

const mailed = (own: Own, { maskedAddress }: { readonly maskedAddress: string }): Again =>
  saying(own, 'sent', { address: maskedAddress, hours: EMAIL_SECRET_SECONDS / 3_600 });

const saying = (
  { context: { wording } }: Own,
  what: 'sent' | 'primary' | 'remove',
  values: { readonly address: string; readonly hours?: number },
): Again => ({ refused: null, said: wording.of(`signOn.emails.said.${what}`, values) });
