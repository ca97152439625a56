import { fromPublicId, toPublicId } from '../../src/kernel/id.ts';
import { givenOffice } from '../invitations/operations.ts';
import { perform } from '../people/merge-operations.ts';
import { givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { givenMergeTask } from './furnish-merging.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for records that become one. */
export function goodMerging(
  portal: Portal,
  { association, toolKey, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const { id: associationId } = association;
  let intents = 0;
  const input = (fields: object, asked: Asked = office.asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `un-seul-dossier-${++intents}` } },
    asked,
  });
  const reason = 'Même personne';
  const persons = async (): Promise<object> => {
    const [kept, other] = [
      await givenPerson(portal, { associationId }),
      await givenPerson(portal, { associationId }),
    ];
    return {
      keptPersonId: toPublicId('Person', kept.id),
      otherPersonId: toPublicId('Person', other.id),
      take: ['NAME'],
      reason,
    };
  };
  const organizations = async (): Promise<object> => {
    const [kept, other] = [
      await givenOrganization(portal, { associationId }),
      await givenOrganization(portal, { associationId }),
    ];
    return {
      keptOrganizationId: toPublicId('Organization', kept.id),
      otherOrganizationId: toPublicId('Organization', other.id),
      take: ['EMAIL'],
      reason,
    };
  };
  const merged = async (): Promise<string> =>
    (await perform(portal, 'mergePersons', await persons(), office.asked)).merge.id;
  /** As if the association had wanted a second person then. */
  const prepared = async (): Promise<string> => {
    const { merge } = await perform(portal, 'mergePersons', await persons(), office.asked);
    await perform(portal, 'undoMerge', { mergeId: merge.id, reason }, office.asked);
    await portal.parts.db.entities.query(
      'update record_merge set done_at = null, done_by = null, trail = null, undone_at = null where id = $1',
      [fromPublicId('RecordMerge', merge.id)],
    );
    return merge.id;
  };
  const filter = { associationId: toPublicId('Association', associationId) };
  const page =
    (more: object, forwards: boolean): MakeGood =>
    () =>
      Promise.resolve({
        variables: { filter: { ...filter, ...more }, ...(forwards ? { first: 10 } : { last: 10 }) },
        asked: office.asked,
      });

  return {
    mergeTasks: [page({}, true), page({}, false)],
    recordMerges: [page({ state: 'DONE' }, true), page({}, false)],
    mergePersons: [async () => input(await persons())],
    mergeOrganizations: [async () => input(await organizations())],
    approveMerge: [
      async () => {
        const second = await givenOffice(portal, { body: { association, toolKey }, name: 'Rita Relève' });
        return input({ mergeId: await prepared() }, second.asked);
      },
    ],
    withdrawMerge: [async () => input({ mergeId: await prepared() })],
    undoMerge: [async () => input({ mergeId: await merged(), reason })],
    dismissMergeTask: [
      async () => input({ mergeTaskId: await givenMergeTask(portal, associationId, 'Jumelle') }),
    ],
  };
}
