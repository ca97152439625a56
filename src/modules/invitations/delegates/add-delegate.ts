import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { associationById } from '../../associations/index.ts';
import {
  judgeHeld,
  organizationFor,
  ROLES_BELOW_PRINCIPAL,
  ruleFor,
  speaksFor,
} from '../../organizations/index.ts';
import { judgeNames } from '../refuse-row.ts';
import { inviteDelegate, judgeInvited } from './invite-delegate.ts';
import { judgeRecorded, recordDelegate } from './record-delegate.ts';
import type { AddDelegate, Adding, WantedDelegate } from './wanted-delegate.ts';

type Act = (tx: Tx) => Promise<{ readonly invitationId: string | null }>;

/**
 * Adds a delegate below the principal. They are invited, and their roles begin when they accept; staff may also record
 * somebody who has no account. Nothing in the answer depends on whom the association has on file.
 */
export async function addDelegate(
  context: Context,
  { idempotencyKey: key, ...input }: AddDelegate,
): Promise<{ readonly invitationId: string | null }> {
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'addDelegate', key, input },
    (tx, act) => act(tx),
  );
}

async function judge(context: Context, wanted: WantedDelegate): Promise<Act> {
  const organization = await organizationFor(context, wanted.organizationId, 'MANAGE_DELEGATES');
  const association = await context.load(associationById, organization.associationId);
  if (association === null) throw new Error('an organization names an association that is gone');
  const adding = { organization, association, byPrincipal: await speaksFor(context, organization) };
  judgeForm(context, wanted, adding);
  // To judge the whole again would count a mail of the organization twice.
  const again = (tx: Tx): Promise<unknown> =>
    judgeHeld(context, tx, organization.id, ruleFor(wanted.organizationId, 'MANAGE_DELEGATES'));
  if (wanted.recordOnly) {
    const recorded = await judgeRecorded(context, wanted, adding);
    return async tx => {
      await again(tx);
      return recordDelegate(context, tx, recorded);
    };
  }
  const invited = await judgeInvited(context, wanted, adding);
  return async tx => {
    await again(tx);
    return inviteDelegate(context, tx, invited);
  };
}

function judgeForm({ wording }: Context, wanted: WantedDelegate, { byPrincipal }: Adding): void {
  const { roles, recordOnly, email } = wanted;
  const issues = new InputIssues(wording);
  judgeNames(issues, wanted);
  if (roles.length === 0) issues.add('roles', InputIssueCode.REQUIRED, 'invitations.delegate.noRole');
  else if (!roles.every(role => ROLES_BELOW_PRINCIPAL.includes(role)))
    issues.add('roles', InputIssueCode.NOT_ALLOWED, 'invitations.delegate.principal');
  if (byPrincipal && wanted.personId != null)
    issues.add('personId', InputIssueCode.NOT_ALLOWED, 'invitations.delegate.onFileByStaff');
  if (recordOnly && byPrincipal)
    issues.add('recordOnly', InputIssueCode.NOT_ALLOWED, 'invitations.delegate.recordedByStaff');
  if (!recordOnly && (email ?? '').trim() === '') issues.add('email', InputIssueCode.REQUIRED);
  issues.refuseIfAny();
}
