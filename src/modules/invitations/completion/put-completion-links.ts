import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { issueSecrets } from '../../../platform/secrets/one-time-secret.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import type { Completer } from './choose-completers.ts';
import { COMPLETION, type CompletionFacts } from './completion-link.ts';
import { MOST_GUESSES } from './completion-rules.ts';

/** Somebody with the secret of their link, which is known to nobody once the answer has gone out. */
export interface Completing extends Completer {
  readonly secret: string;
}

// Of two lists that are made at once, the second waits here, person by person in one order.
const put = statement<{ readonly personId: string }>(
  'completion-links-put',
  `insert into completion_link as known (person_id, association_id, link_id, issued_at, expires_at, guesses)
   select made.person_id, $1, made.link_id, $2, $3, 0
   from unnest($4::uuid[], $5::uuid[]) as made (person_id, link_id) order by made.person_id
   on conflict (person_id) do update
     set association_id = excluded.association_id, link_id = excluded.link_id, issued_at = excluded.issued_at,
       expires_at = excluded.expires_at, guesses = 0
     where $6 or known.expires_at <= $2 or known.guesses >= $7
   returning person_id as "personId"`,
);

/** Makes a link for each of them; their earlier ones stop working. Whoever got one meanwhile is passed over. */
export async function putCompletionLinks(
  context: Context,
  tx: Tx,
  completers: readonly Completer[],
  {
    association,
    expiresAt,
    replaceLiveLinks,
  }: {
    readonly association: AssociationEntity;
    readonly expiresAt: Date;
    readonly replaceLiveLinks: boolean;
  },
): Promise<readonly Completing[]> {
  const made = await within(tx, put, [
    association.id,
    context.clock.now(),
    expiresAt,
    completers.map(({ personId }) => personId),
    completers.map(() => newId(context.clock, context.random)),
    replaceLiveLinks,
    MOST_GUESSES,
  ]);
  const facts: CompletionFacts = { rootId: association.rootId };
  const subjects = made.map(({ personId: subjectId }) => ({ subjectId, facts }));
  const secrets = await issueSecrets(context, tx, { purpose: COMPLETION, expiresAt, subjects });
  const secretOf = new Map(made.map(({ personId }, i) => [personId, secrets[i]]));
  return completers.flatMap(completer => {
    const secret = secretOf.get(completer.personId);
    return secret === undefined ? [] : [{ ...completer, secret }];
  });
}
