import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { refuse } from '../../platform/problem.ts';
import { digestOfCode, readInvitationCode } from './invitation-code.ts';
import { countingMisses } from './while-holding.ts';

const rootByDigest = statement<{ readonly rootId: string }>(
  'invitation-root-by-digest',
  `select a.root_id as "rootId" from invitation i join association a on a.id = i.association_id
   where i.code_digest = $1
     or i.id = (select invitation_id from former_invitation_code where digest = $1)`,
);

/**
 * In which tree a typed code was issued, for a page of the realm, which no tree has sent the person to. Null for
 * whatever never was a code: a miss counts as any other guess.
 */
export function treeOfInvitationCode(context: Context, typed: string): Promise<string | null> {
  const find = async (): Promise<string | null> => {
    const code = readInvitationCode(typed);
    const [hit] = code === null ? [] : await context.db.read(rootByDigest, [digestOfCode(code)]);
    return hit?.rootId ?? null;
  };
  return countingMisses(context, find, seconds => refuse(new TooManyAttempts(seconds)));
}
