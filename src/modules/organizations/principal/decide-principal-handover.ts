import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { refuse } from '../../../platform/problem.ts';
import { displayNameOf } from '../../people/index.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { nameOf } from '../name-of.ts';
import { mayOnOrganization } from '../organization.policy.ts';
import { rightsOn } from '../organization-rights.ts';
import { tellPerson } from '../tell-person.ts';
import { handoverRefused } from './handover-approval.mails.ts';
import { partiesOf, passOn, type Handover } from './pass-on.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';
import { principalHandoverById } from './principal-handover.rows.ts';

export interface DecidePrincipalHandover {
  readonly handoverId: string;
  readonly approve: boolean;
  /** In the association's own words; a refusal gives one. */
  readonly reason: string | null | undefined;
  readonly idempotencyKey: string | undefined;
}

export const LONGEST_REASON = 500;

interface Deciding extends Handover {
  readonly reason: string | null;
}

const end = statement<{ id: string }>(
  'principal-handover-refuse',
  `update principal_handover set ended_at = $2, ended_why = 'REFUSED'
   where id = $1 and accepted_at is not null and ended_at is null and expires_at >= $2 returning id`,
);

/** Approves a hand-over that both have agreed to, or refuses it: where the association's policy gives it that say. */
export async function decidePrincipalHandover(
  context: Context,
  { idempotencyKey: key, ...input }: DecidePrincipalHandover,
): Promise<{ readonly organizationId: string }> {
  return actOnOrganization(
    context,
    asked => judge(asked, input),
    { operation: 'decidePrincipalHandover', key, input },
    async (tx, deciding) => {
      const { handover, organization, reason } = deciding;
      if (input.approve) await passOn(context, tx, deciding, { approved: true });
      else await refuseHandover(context, tx, deciding);
      await recordAudit(context, tx, {
        act: 'decidePrincipalHandover',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        before: { principalPersonId: handover.fromPersonId },
        after: {
          handoverId: handover.id,
          principalPersonId: input.approve ? handover.toPersonId : handover.fromPersonId,
          approved: input.approve,
          reason,
        },
      });
      return { organizationId: organization.id };
    },
  );
}

async function judge(
  context: Context,
  { handoverId, approve, reason: typed }: Omit<DecidePrincipalHandover, 'idempotencyKey'>,
): Promise<Deciding> {
  const id = fromPublicId('PrincipalHandover', handoverId);
  const handover = id && (await context.load(principalHandoverById, id));
  if (!handover || handover.acceptedAt === null) refuse(new PrincipalHandoverNotFound());
  const parties = await partiesOf(context, handover);
  const rights = await rightsOn(context, parties.organization);
  if (!mayOnOrganization('DECIDE_HANDOVER', rights)) refuse(new PrincipalHandoverNotFound());

  const issues = new InputIssues(context.wording);
  const reason = approve
    ? issues.line('reason', typed, LONGEST_REASON)
    : issues.requiredLine('reason', typed ?? '', LONGEST_REASON);
  issues.refuseIfAny();
  return { ...parties, reason };
}

async function refuseHandover(
  context: Context,
  tx: Tx,
  { handover, organization, from, to, reason }: Deciding,
): Promise<void> {
  const ended = await within(tx, end, [handover.id, context.clock.now()]);
  if (ended.length === 0) refuse(new PrincipalHandoverNotFound());
  const told = { from: displayNameOf(from), to: displayNameOf(to), reason: reason ?? '' };
  for (const { id: personId } of [from, to])
    await tellPerson(context, tx, {
      personId,
      associationId: organization.associationId,
      letter: handoverRefused,
      values: locale => ({ organization: nameOf(organization, locale), ...told }),
    });
}
