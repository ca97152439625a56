import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { contestToken, freshAddress, IDENTITY_CHECK, perform } from '../lost-address/operations.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { sessionOf } from './session-of.ts';

/** As `goodArguments`, for lost mailboxes. */
export function goodLostAddress(
  portal: Portal,
  { association, siteKey, siteOrigin, toolKey, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const atSite: Asked = { clientKey: siteKey, headers: { origin: siteOrigin } };
  const idempotencyKey = 'une-seule-fois';
  const input = (fields: object, asked: Asked): Good => ({ variables: { input: fields }, asked });

  const losing = async (): Promise<{ account: GivenAccount; personId: string }> => {
    const account = await givenAccount(portal, { associationIds: [association.id] });
    const person = await givenPerson(portal, { associationId: association.id, accountId: account.id });
    return { account, personId: toPublicId('Person', person.id) };
  };
  const wanted = (personId: string): object => ({
    personId,
    newAddress: freshAddress(),
    identityCheck: IDENTITY_CHECK,
  });
  const waiting = async (): Promise<{ account: GivenAccount; personId: string }> => {
    const { account, personId } = await losing();
    const admin = await givenAccount(portal, { associationIds: [association.id] });
    await givenStaff(portal, admin.id, association, StaffRole.ADMIN);
    const { accessToken: token } = await sessionOf(portal, admin, { clientKey: toolKey });
    await perform(portal, 'replaceLostAddress', wanted(personId), { clientKey: toolKey, token });
    return { account, personId };
  };

  return {
    replaceLostAddress: [
      async () => input({ ...wanted((await losing()).personId), idempotencyKey }, office.asked),
    ],
    withdrawAddressReplacement: [
      async () => input({ personId: (await waiting()).personId, idempotencyKey }, office.asked),
    ],
    contestAddressReplacement: [
      async () => {
        const { account } = await waiting();
        return input({ token: await contestToken(portal, account.address), idempotencyKey }, atSite);
      },
    ],
    contestOwnAddressReplacement: [
      async () => {
        const { account } = await waiting();
        const { accessToken: token } = await sessionOf(portal, account, atSite);
        return input({ idempotencyKey }, { ...atSite, token });
      },
    ],
  };
}
