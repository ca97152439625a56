import { toPublicId } from '../../src/kernel/id.ts';
import { perform, rowsOf, tokenIn } from '../completion/operations.ts';
import { newAccountInput, newAddress } from '../invitations/operations.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for accounts that a letter opens. */
export function goodCompletion(
  portal: Portal,
  body: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const { office } = body;
  const ofOwnAssociation = { associationId: body.ids.Association };
  const idempotencyKey = 'une-seule-fois';
  const atSite: Asked = { clientKey: body.siteKey };
  const input = (fields: object, asked: Asked = atSite): Promise<Good> =>
    Promise.resolve({ variables: { input: fields }, asked });
  const paperMember = async (): Promise<{ id: string; memberNumber: string }> => {
    const { id: associationId } = body.association;
    const { id: personId } = await givenPerson(portal, { associationId });
    const memberNumber = newAddress();
    const ofClass = await givenClass(portal, { associationId, code: memberNumber });
    await givenMembership(portal, ofClass, { personId }, { memberNumber });
    return { id: toPublicId('Person', personId), memberNumber };
  };
  const completing = async (): Promise<{ token: string; memberNumber: string }> => {
    const { id, memberNumber } = await paperMember();
    const listing = { ...ofOwnAssociation, personIds: [id] };
    const { csv } = await perform(portal, 'exportCompletionLinks', listing, office.asked);
    return { token: tokenIn(rowsOf(csv)[0]?.['lien']), memberNumber };
  };

  return {
    completionLink: [async () => ({ variables: { token: (await completing()).token }, asked: atSite })],
    completeFirstAccess: [
      async () => {
        const { code: _, ...account } = newAccountInput(portal, '', { idempotencyKey }) as { code: string };
        return input({ ...account, ...(await completing()) });
      },
    ],
    exportCompletionLinks: [
      async () => input({ ...ofOwnAssociation, personIds: [(await paperMember()).id] }, office.asked),
      async () => {
        await paperMember();
        return input({ ...ofOwnAssociation, replaceLiveLinks: true }, office.asked);
      },
    ],
  };
}
