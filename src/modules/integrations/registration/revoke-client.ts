import type { ClientId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { clientInCare } from './clients-in-care.ts';

const revoke = statement<{ readonly id: ClientId }>(
  'client-revoke',
  'update client set revoked_at = $2 where id = $1 and revoked_at is null returning id',
);

/** Refuses a client for good, from the next request on. A second click finds it so, which is what was asked for. */
export async function revokeClient(
  context: Context,
  { clientId }: { readonly clientId: string },
): Promise<ClientId> {
  demandFreshSignIn(context);
  const { id, associationId } = await clientInCare(context, clientId);
  await context.db.transaction(async tx => {
    const revoked = await within(tx, revoke, [id, context.clock.now()]);
    if (revoked.length === 0) return;
    await recordAudit(context, tx, {
      act: 'revokeClient',
      subjectKind: 'Client',
      subjectId: id,
      associationId,
    });
  });
  return id;
}
