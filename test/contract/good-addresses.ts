import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { perform as performAccount } from '../accounts/operations.ts';
import { addressesOf, confirmationMailedTo, perform } from '../addresses/operations.ts';
import { newAddress } from '../invitations/operations.ts';
import { addAppNow, addPasskey, codeOf } from '../second-factors/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { sessionOf } from './session-of.ts';

/** As `goodArguments`, for several addresses on an account, and two accounts that become one. */
export function goodAddresses(
  portal: Portal,
  { association, siteKey, siteOrigin }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const atPage: Asked = { clientKey: siteKey, headers: { origin: siteOrigin } };
  const idempotencyKey = 'une-seule-fois';
  const input = (fields: object, asked: Asked): Good => ({ variables: { input: fields }, asked });

  const fresh = async (): Promise<{ account: GivenAccount; asked: Asked }> => {
    const account = await givenAccount(portal, { associationIds: [association.id] });
    const { accessToken: token } = await sessionOf(portal, account, atPage);
    return { account, asked: { ...atPage, token } };
  };
  const further = async (): Promise<Good> => {
    const { asked } = await fresh();
    const address = newAddress();
    await perform(portal, 'addEmailAddress', { address }, asked);
    await performAccount(
      portal,
      'confirmEmail',
      { token: await confirmationMailedTo(portal, address) },
      atPage,
    );
    const added = (await addressesOf(portal, asked)).find(one => one.address === address);
    return input({ addressId: added!.id, idempotencyKey }, asked);
  };
  const owing = async (proof: 'code' | 'recoveryCode' | 'passkey'): Promise<Good> => {
    const [kept, other] = [await fresh(), await fresh()];
    await addAppNow(portal, kept.asked);
    const { passkey, recoveryCodes } = await addPasskey(portal, other.asked);
    const { secret } = await addAppNow(portal, other.asked);
    const credentials = { identifier: other.account.address, password: PASSWORD };
    const { secondFactor } = await perform(portal, 'linkAccounts', credentials, kept.asked);
    const proofs = {
      code: codeOf(portal, secret, 1),
      recoveryCode: recoveryCodes![0],
      passkey: passkey.answer(secondFactor!.passkeyOptions!),
    };
    return input({ challenge: secondFactor!.challenge, [proof]: proofs[proof] }, kept.asked);
  };

  return {
    addEmailAddress: [async () => input({ address: newAddress(), idempotencyKey }, (await fresh()).asked)],
    removeEmailAddress: [further],
    makeAddressPrimary: [further],
    linkAccounts: [
      async () => {
        const { address } = await givenAccount(portal, { associationIds: [association.id] });
        return input({ identifier: address, password: PASSWORD, idempotencyKey }, (await fresh()).asked);
      },
    ],
    confirmAccountLink: [() => owing('code'), () => owing('recoveryCode'), () => owing('passkey')],
  };
}
