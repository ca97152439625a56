import type { ClientId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { once } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { newClientKey } from '../client-key.ts';
import { ClientKeyEntity } from '../client.entity.ts';
import { keyOf } from '../register-client.ts';
import type { ClientFacts } from './client-facts.ts';
import { beyondOwn } from './client.policy.ts';
import { ClientKeyJustRotated, ClientRevoked, ScopesBeyondOwn } from './client.problems.ts';
import { clientToChange } from './clients-in-care.ts';
import { demandGrantAnew } from './demand-grant-anew.ts';
import type { RegisteredClient } from './register-client-as-staff.ts';

export interface RotateClientKey {
  readonly clientId: string;
  /** How long the key that is replaced lives on. */
  readonly overlapHours: number;
  readonly idempotencyKey?: string | undefined;
}

/** Enough to deploy a site again after a weekend. */
export const MOST_OVERLAP_HOURS = 72;
const HOUR_MS = 3_600_000;

const current = statement<{ readonly digest: Buffer }>(
  'client-key-current',
  'select digest from client_key where client_id = $1 and expires_at is null',
);
const replace = statement<{ readonly digest: Buffer }>(
  'client-key-replace',
  'update client_key set expires_at = $2 where digest = $1 and expires_at is null returning digest',
);
const shorten = statement(
  'client-key-shorten',
  'update client_key set expires_at = $2 where client_id = $1 and expires_at > $2',
);
const note = statement<{ readonly id: ClientId }>(
  'client-rotated',
  `update client set rotated_at = $2, publishable_key = $3 where id = $1 and revoked_at is null returning id`,
);

/**
 * Makes a new key. The present one lives on for a while, so that a site can be deployed again; without an overlap it is
 * refused from the next request on, and so is every earlier one: a key leaked.
 */
export async function rotateClientKey(
  context: Context,
  { idempotencyKey: key, ...input }: RotateClientKey,
): Promise<RegisteredClient> {
  const client = await clientToChange(context, input.clientId);
  const issues = new InputIssues(context.wording);
  const { overlapHours } = input;
  if (overlapHours < 0 || overlapHours > MOST_OVERLAP_HOURS)
    issues.add('overlapHours', InputIssueCode.OUT_OF_RANGE, undefined, { min: 0, max: MOST_OVERLAP_HOURS });
  issues.refuseIfAny();
  const beyond = beyondOwn(context, client.scopes);
  if (beyond.length > 0) refuse(new ScopesBeyondOwn(beyond));
  // The key of a site stands in its pages: a new one opens no other door.
  await demandGrantAnew(context, client, client.kind === 'SECRET');

  const [replaced] = await context.db.read(current, [client.id]);
  return once(context, { operation: 'rotateClientKey', key, input }, tx =>
    rotate(context, tx, client, { overlapHours, replaced: replaced?.digest ?? null }),
  );
}

async function rotate(
  context: Context,
  tx: Tx,
  { id, kind, keyMode, associationId }: ClientFacts,
  { overlapHours, replaced }: { readonly overlapHours: number; readonly replaced: Buffer | null },
): Promise<RegisteredClient> {
  const now = context.clock.now();
  const until = new Date(now.getTime() + overlapHours * HOUR_MS);
  // Of two people who do this at once, one would deploy a key that the other's replaces unseen.
  const found = await within(tx, replace, [replaced, until]);
  if (found.length === 0) refuse(new ClientKeyJustRotated());
  await within(tx, shorten, [id, until]);

  const key = newClientKey({ kind, mode: keyMode }, context.random);
  await tx.insert(ClientKeyEntity, keyOf({ id }, key, now));
  const noted = await within(tx, note, [id, now, kind === 'PUBLISHABLE' ? key : null]);
  if (noted.length === 0) refuse(new ClientRevoked());
  await recordAudit(context, tx, {
    act: 'rotateClientKey',
    subjectKind: 'Client',
    subjectId: id,
    associationId,
    after: { overlapHours, earlierKeysEndAt: until },
  });
  return { id, key };
}
