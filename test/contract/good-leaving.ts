import { newId, toPublicId, type AssociationId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { perform } from '../memberships/leaving-operations.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { sessionOf } from './session-of.ts';

/** As `goodArguments`, for members who pass to another body, and those who die. */
export function goodLeaving(
  portal: Portal,
  { association, siteKey: clientKey, office, mark }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const { parts } = portal;
  let intents = 0;
  const keyed = (fields: object, asked: Asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `depart-${++intents}` } },
    asked,
  });

  /** The independent body below, which has its own members. */
  const other = async (): Promise<AssociationId> => {
    const [body] = await parts.db.entities.query<{ id: AssociationId }[]>(
      'select id from association where parent_id = $1 and code = $2',
      [association.id, `libre-${mark.toLowerCase()}`],
    );
    if (!body) throw new Error('there is no other body');
    return body.id;
  };
  const classAt = (associationId: AssociationId) =>
    givenClass(portal, { associationId, code: newId(parts.clock, parts.random) });
  const member = async (associationId: AssociationId) => {
    const account = await givenAccount(portal, { associationIds: [associationId] });
    const person = await givenPerson(portal, { associationId, accountId: account.id });
    const memberNumber = `départ-${newId(parts.clock, parts.random).slice(-12)}`;
    const { id } = await givenMembership(
      portal,
      await classAt(associationId),
      { personId: person.id },
      { memberNumber },
    );
    const { accessToken: token } = await sessionOf(portal, account, { clientKey });
    return {
      personId: toPublicId('Person', person.id),
      membershipId: toPublicId('Membership', id),
      asked: { clientKey, token },
    };
  };
  const wanted = async (from: AssociationId, to: AssociationId) => {
    const { asked, membershipId } = await member(from);
    const fields = {
      membershipId,
      toAssociationId: toPublicId('Association', to),
      toClassId: toPublicId('MembershipClass', (await classAt(to)).id),
      on: localDate('2027-02-01'),
    };
    return { asked, fields };
  };
  const asking = async (from: AssociationId, to: AssociationId) => {
    const { asked, fields } = await wanted(from, to);
    const { transfer } = await perform(portal, 'requestTransfer', { ...fields, shownTotalCents: 0 }, asked);
    return { asked, transferId: transfer.id };
  };
  const leaving = async () => asking(association.id, await other());
  const coming = async () => asking(await other(), association.id);
  const death = { diedOn: '2026-11-20' };

  return {
    transferPreview: [
      async () => {
        const { asked, fields } = await wanted(association.id, await other());
        return { variables: { input: fields }, asked };
      },
    ],
    requestTransfer: [
      async () => {
        const { asked, fields } = await wanted(association.id, await other());
        return keyed({ ...fields, shownTotalCents: 0 }, asked);
      },
    ],
    withdrawTransfer: [
      async () => {
        const { asked, transferId } = await leaving();
        return keyed({ transferId }, asked);
      },
    ],
    stateTransferStanding: [
      async () =>
        keyed(
          { transferId: (await leaving()).transferId, standing: 'OUTSTANDING', note: 'Une facture' },
          office.asked,
        ),
    ],
    decideTransfer: [
      async () =>
        keyed(
          {
            transferId: (await coming()).transferId,
            decision: 'ACCEPT',
            memberNumber: `venue-${newId(parts.clock, parts.random).slice(-12)}`,
            shownTotalCents: 0,
          },
          office.asked,
        ),
      async () =>
        keyed(
          { transferId: (await coming()).transferId, decision: 'REFUSE', reason: 'Dossier incomplet' },
          office.asked,
        ),
    ],
    deathPreview: [
      async () => ({
        variables: { input: { personId: (await member(association.id)).personId, ...death } },
        asked: office.asked,
      }),
    ],
    recordDeath: [
      async () =>
        keyed(
          { personId: (await member(association.id)).personId, ...death, shownTotalCents: 0 },
          office.asked,
        ),
    ],
    withdrawDeathRecord: [
      async () => {
        const { personId } = await member(association.id);
        await perform(portal, 'recordDeath', { personId, ...death, shownTotalCents: 0 }, office.asked);
        return keyed({ personId, reason: 'Homonyme' }, office.asked);
      },
    ],
  };
}
