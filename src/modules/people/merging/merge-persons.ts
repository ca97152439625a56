import type { Context } from '../../../platform/context.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { displayNameOf } from '../person.ts';
import { personFor } from '../person-in-care.ts';
import { PersonNotFound } from '../person.problems.ts';
import { mergeRecords, readReason, type Judged } from './merge-records.ts';
import type { PersonPart } from './merging.enums.ts';
import { MergeOfOwnRecord } from './merging.problems.ts';
import type { Names } from './merging.ports.ts';

export interface MergePersons {
  readonly keptPersonId: string;
  readonly otherPersonId: string;
  readonly take: readonly PersonPart[];
  readonly reason: string;
  readonly idempotencyKey: string | undefined;
}

/** Makes two records of one person one, or prepares it. Answers the merge. */
export const mergePersons = (
  context: Context,
  { idempotencyKey: key, ...input }: MergePersons,
): Promise<{ readonly mergeId: string }> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'mergePersons', key, input },
    (tx, judged) => mergeRecords(context, tx, 'mergePersons', judged),
  );

async function judge(
  context: Context,
  { keptPersonId, otherPersonId, take, reason }: Omit<MergePersons, 'idempotencyKey'>,
): Promise<Judged> {
  const kept = await personFor(context, keptPersonId, 'MERGE_RECORDS', new MergeOfOwnRecord());
  const other = await personFor(context, otherPersonId, 'MERGE_RECORDS', new MergeOfOwnRecord());
  const same = { field: 'otherPersonId', isSame: kept.id === other.id };
  const read = readReason(context, reason, same);
  judgeAssociations(context, 'otherPersonId', kept.associationId === other.associationId);
  const name = (person: typeof kept): Names => ({ fr: displayNameOf(person), en: displayNameOf(person) });
  return {
    kind: 'PERSON',
    kept: kept.id,
    other: other.id,
    associationId: kept.associationId,
    names: { kept: name(kept), other: name(other) },
    taken: take,
    reason: read,
    notFound: () => new PersonNotFound(),
  };
}

/** Each association keeps its own records: what one has on file never becomes the other's. */
export function judgeAssociations({ wording }: Context, field: string, areOne: boolean): void {
  const issues = new InputIssues(wording);
  if (!areOne) issues.add(field, InputIssueCode.NOT_ALLOWED, 'people.merging.issue.otherAssociation');
  issues.refuseIfAny();
}
