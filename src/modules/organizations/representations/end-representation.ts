import { fromPublicId, type RepresentationId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { mayEndRepresentation } from './may-read.ts';
import { representationById, type RepresentationFacts } from './representation.loaders.ts';
import { representationEnded } from './representation.mails.ts';
import { isInReach } from './representation.policy.ts';
import { RepresentationEnded, RepresentationNotFound } from './representation.problems.ts';
import { tellBoth } from './tell-both.ts';
import { todayAt } from './today-at.ts';

export interface EndRepresentation {
  readonly representationId: string;
  /** The last day; yesterday when left out. */
  readonly to?: LocalDate | null | undefined;
  readonly idempotencyKey: string | undefined;
}

interface Ending {
  readonly facts: RepresentationFacts;
  /** The first day on which it holds no more. */
  readonly to: LocalDate;
}

// One that ends before it begins never holds. Of two who end it, the later day finds it ended.
const end = statement<{ readonly to: LocalDate }>(
  'representation-end',
  `update representation set to_on = greatest(from_on, $2::date)
   where id = $1 and (to_on is null or to_on > greatest(from_on, $2::date)) returning to_on::text as "to"`,
);

/** Gives a representation an end, on the day that its document says or now. What was stays on record. */
export const endRepresentation = (
  context: Context,
  { idempotencyKey: key, ...input }: EndRepresentation,
): Promise<RepresentationId> => {
  demandFreshSignIn(context);
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'endRepresentation', key, input },
    async (tx, { facts, to: wanted }) => {
      const [ended] = await within(tx, end, [facts.id, wanted]);
      if (!ended) refuse(new RepresentationEnded());
      const { id, associationId } = facts;
      await recordAudit(context, tx, {
        act: 'endRepresentation',
        subjectKind: 'Representation',
        subjectId: id,
        associationId,
        before: { to: facts.to },
        after: { to: ended.to },
      });
      await tellBoth(context, tx, representationEnded, { ...facts, to: ended.to });
      return id;
    },
  );
};

async function judge(
  context: Context,
  { representationId, to }: Omit<EndRepresentation, 'idempotencyKey'>,
): Promise<Ending> {
  const id = fromPublicId('Representation', representationId);
  const facts = id && (await context.load(representationById, id));
  if (!facts || !(await mayEndRepresentation(context, facts))) refuse(new RepresentationNotFound());
  if (to && !isInReach(to)) {
    const issues = new InputIssues(context.wording);
    issues.add('to', InputIssueCode.NOT_ALLOWED, 'organizations.representations.tooFar');
    issues.refuseIfAny();
  }
  return { facts, to: to ? addDays(to, 1) : await todayAt(context, facts.associationId) };
}
