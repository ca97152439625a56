import { isDeepStrictEqual } from 'node:util';
import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { readPublicKeys, type PublicKey } from '../public-keys.ts';
import { changeClient } from './change-client.ts';
import type { ClientFacts } from './client-facts.ts';
import { beyondOwn } from './client.policy.ts';
import { ScopesBeyondOwn } from './client.problems.ts';
import { clientToChange } from './clients-in-care.ts';
import { demandGrantAnew } from './demand-grant-anew.ts';

export interface SetClientPublicKeys {
  readonly clientId: string;
  readonly jwks: string;
}

const keep = statement('client-public-keys', 'update client set public_keys = $2 where id = $1');
const forgetUses = statement(
  'client-key-pair-forget',
  'delete from client_key_pair_use where client_id = $1 and kid <> all ($2::text[])',
);

export const LONGEST_KEY_SET = 10_000;

const { BAD_FORMAT, NOT_ALLOWED, TOO_LONG } = InputIssueCode;

/** Says by which key pairs a tool may prove itself instead of by its secret key. */
export async function setClientPublicKeys(context: Context, input: SetClientPublicKeys): Promise<ClientId> {
  const client = await clientToChange(context, input.clientId);
  const issues = new InputIssues(context.wording);
  const publicKeys = read(issues, client, input.jwks);
  issues.refuseIfAny();
  const beyond = beyondOwn(context, client.scopes);
  if (beyond.length > 0) refuse(new ScopesBeyondOwn(beyond));
  const isKept = (key: PublicKey): boolean => client.publicKeys.some(kept => isDeepStrictEqual(kept, key));
  await demandGrantAnew(context, client, !publicKeys.every(isKept));

  const idsOf = (keys: readonly PublicKey[]): object => ({ publicKeyIds: keys.map(({ kid }) => kid) });
  return changeClient(context, client, {
    act: 'setClientPublicKeys',
    before: idsOf(client.publicKeys),
    after: idsOf(publicKeys),
    async apply(tx) {
      // The driver would take a bare array for one of PostgreSQL's own.
      await within(tx, keep, [client.id, JSON.stringify(publicKeys)]);
      await within(tx, forgetUses, [client.id, publicKeys.map(({ kid }) => kid)]);
    },
  });
}

function read(issues: InputIssues, { kind }: ClientFacts, jwks: string): readonly PublicKey[] {
  const keys = jwks.length > LONGEST_KEY_SET ? 'TOO_LONG' : readPublicKeys(jwks);
  if (kind === 'PUBLISHABLE') issues.add('jwks', NOT_ALLOWED, 'integrations.issue.jwks.site');
  else if (keys === 'TOO_LONG') issues.add('jwks', TOO_LONG, undefined, { max: LONGEST_KEY_SET });
  else if (typeof keys === 'string') issues.add('jwks', BAD_FORMAT, `integrations.issue.jwks.${keys}`);
  return typeof keys === 'string' ? [] : keys;
}
