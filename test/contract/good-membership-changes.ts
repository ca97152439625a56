import { newId, toPublicId } from '../../src/kernel/id.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { perform } from '../memberships/change-operations.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { sessionOf } from './session-of.ts';

/** As `goodArguments`, for what changes a membership. */
export function goodMembershipChanges(
  portal: Portal,
  { association, siteKey: clientKey, office, ids }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const { parts } = portal;
  const { id: associationId } = association;
  let intents = 0;
  const keyed = (fields: object, asked: Asked): Good => ({
    variables: { input: { ...fields, shownTotalCents: 0, idempotencyKey: `changement-${++intents}` } },
    asked,
  });
  const newClass = async () => givenClass(portal, { associationId, code: newId(parts.clock, parts.random) });
  const classId = async (): Promise<string> => toPublicId('MembershipClass', (await newClass()).id);
  const member = async () => {
    const account = await givenAccount(portal, { associationIds: [associationId] });
    const { id: personId } = await givenPerson(portal, { associationId, accountId: account.id });
    const memberNumber = newId(parts.clock, parts.random);
    const { id } = await givenMembership(portal, await newClass(), { personId }, { memberNumber });
    const { accessToken: token } = await sessionOf(portal, account, { clientKey });
    return { membershipId: toPublicId('Membership', id), asked: { clientKey, token } };
  };
  const on = '2026-12-15';
  const hold = { hold: 'LEAVE', on: '2026-11-01', lastDay: '2027-05-31' };
  const reason = 'Je change de métier.';
  const onHold = async () => {
    const { membershipId } = await member();
    const held = { membershipId, ...hold, shownTotalCents: 0 };
    const { membership } = await perform(portal, 'placeOnHold', held, office.asked);
    return { membershipId, holdId: membership.holds[0]?.id };
  };
  const personId = async (): Promise<string> =>
    toPublicId('Person', (await givenPerson(portal, { associationId })).id);

  return {
    membershipCounts: [
      () =>
        Promise.resolve({
          variables: { associationId: ids.Association, asOf: '2026-06-01T12:00:00Z' },
          asked: office.asked,
        }),
    ],
    membershipChange: [
      async () => {
        const { membershipId, asked } = await member();
        return { variables: { input: { membershipId, kind: 'RESIGNATION', on } }, asked };
      },
      async () => {
        const { membershipId } = await member();
        const change = { membershipId, kind: 'RECLASSIFICATION', on, toClassId: await classId() };
        return { variables: { input: change }, asked: office.asked };
      },
      async () => {
        const { membershipId } = await member();
        return { variables: { input: { membershipId, kind: 'HOLD', ...hold } }, asked: office.asked };
      },
      async () => {
        const { membershipId, holdId } = await onHold();
        return { variables: { input: { membershipId, kind: 'HOLD_END', holdId, on } }, asked: office.asked };
      },
    ],
    admissionPreview: [
      async () => ({
        variables: {
          input: {
            associationId: ids.Association,
            personId: await personId(),
            classId: await classId(),
            on,
          },
        },
        asked: office.asked,
      }),
    ],
    admitMember: [
      async () =>
        keyed(
          {
            associationId: ids.Association,
            personId: await personId(),
            classId: await classId(),
            on,
            memberNumber: newId(parts.clock, parts.random),
          },
          office.asked,
        ),
    ],
    reclassifyMembership: [
      async () =>
        keyed({ membershipId: (await member()).membershipId, on, toClassId: await classId() }, office.asked),
    ],
    placeOnHold: [async () => keyed({ membershipId: (await member()).membershipId, ...hold }, office.asked)],
    endHold: [
      async () => {
        const { membershipId, holdId } = await onHold();
        return keyed({ membershipId, holdId, on }, office.asked);
      },
    ],
    resignMembership: [
      async () => {
        const { membershipId, asked } = await member();
        return keyed({ membershipId, on, reason }, asked);
      },
    ],
    withdrawResignation: [
      async () => {
        const { membershipId, asked } = await member();
        await perform(portal, 'resignMembership', { membershipId, on, reason, shownTotalCents: 0 }, asked);
        return keyed({ membershipId }, asked);
      },
    ],
    reinstateMembership: [
      async () => {
        const { membershipId, asked } = await member();
        const today = { membershipId, on: '2026-11-22', reason, shownTotalCents: 0 };
        await perform(portal, 'resignMembership', today, asked);
        return keyed({ membershipId, on, toClassId: await classId() }, office.asked);
      },
    ],
    setTermRule: [
      async () => ({
        variables: {
          input: {
            membershipClassId: await classId(),
            kind: 'CALENDAR_YEAR',
            rolloverOn: '10-01',
            from: '2027-01-01',
          },
        },
        asked: office.asked,
      }),
      async () => ({
        variables: {
          input: { membershipClassId: await classId(), kind: 'ODD_LENGTH', months: 14, from: '2027-01-01' },
        },
        asked: office.asked,
      }),
    ],
  };
}
