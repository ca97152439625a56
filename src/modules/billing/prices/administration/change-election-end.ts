import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../../platform/problem.ts';
import type { TaxAccountingElectionEntity } from '../../taxes/index.ts';
import { PriceVersionStands } from './administration.problems.ts';
import { settledSince } from './settled-since.ts';

export type Elected = Omit<TaxAccountingElectionEntity, 'id' | 'electedToOn'>;

interface Standing {
  readonly id: Id<'TaxAccountingElection'>;
  readonly toOn: LocalDate | null;
  /** Before a later one of the two cut it short. */
  readonly electedToOn: LocalDate | null;
  /** On which a later one of the two begins. */
  readonly nextOn: LocalDate | null;
}

const find = statement<Standing>(
  'tax-election-standing',
  `select id, to_on::text as "toOn", elected_to_on::text as "electedToOn",
     (select min(n.from_on)::text from tax_accounting_election n
      where n.supplier_id = $1 and n.issuer_id = $2 and n.kind = $3 and n.from_on > $4) as "nextOn"
   from tax_accounting_election where supplier_id = $1 and issuer_id = $2 and kind = $3 and from_on = $4`,
);
const setEnd = statement(
  'tax-election-end',
  'update tax_accounting_election set to_on = $2, elected_to_on = $3 where id = $1',
);
const takeAway = statement('tax-election-take-away', 'delete from tax_accounting_election where id = $1');
const lengthenAgain = statement<Pick<Standing, 'id' | 'toOn'>>(
  'tax-election-lengthen-again',
  `update tax_accounting_election set to_on = least(elected_to_on, $5::date)
   where (supplier_id, issuer_id, kind) = ($1, $2, $3) and to_on = $4 and elected_to_on is distinct from to_on
   returning id, to_on::text as "toOn"`,
);

/** The one that begins on that very day. */
export const standingElection = async (
  tx: Tx,
  { supplierId, issuerId, kind, fromOn }: Elected,
): Promise<Standing | undefined> => (await within(tx, find, [supplierId, issuerId, kind, fromOn]))[0];

/**
 * Gives an election that stands another end, or takes it away where that is its first day, and the one that it had cut
 * short has its own end again: only days change of which no invoice and no closed period knows yet. For the trail:
 * `after` has no `id` of its own where it was taken away.
 */
export async function changeElectionEnd(
  context: Context,
  tx: Tx,
  elected: Elected,
  { id, nextOn, ...ends }: Standing,
): Promise<{ readonly before: object; readonly after: object | null }> {
  const { toOn: electedToOn, fromOn } = elected;
  const toOn = earlier(electedToOn, nextOn);
  if (toOn === ends.toOn && electedToOn === ends.electedToOn) refuse(new PriceVersionStands());
  await judgeDays(context, tx, elected, { toOn, wasToOn: ends.toOn });
  const before = { ...elected, id, ...ends };
  if (toOn === fromOn) {
    await within(tx, takeAway, [id]);
    const { supplierId, issuerId, kind } = elected;
    const [longer] = await within(tx, lengthenAgain, [supplierId, issuerId, kind, fromOn, nextOn]);
    return { before, after: longer ? { lengthened: { ...longer, wasToOn: fromOn } } : null };
  }
  await within(tx, setEnd, [id, toOn, electedToOn]);
  return { before, after: { ...before, toOn, electedToOn } };
}

/** Where a later one cuts it short before and after, another end of its own changes no day. */
async function judgeDays(
  context: Context,
  tx: Tx,
  elected: Elected,
  { toOn, wasToOn }: { readonly toOn: LocalDate | null; readonly wasToOn: LocalDate | null },
): Promise<void> {
  const changedFrom = earlier(toOn, wasToOn);
  if (toOn === wasToOn || changedFrom === null) return;
  if ((await settledSince(context, tx, elected, changedFrom)) === null) return;
  const issues = new InputIssues(context.wording);
  issues.add('to', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.electionEnd');
  issues.refuseIfAny();
}

/** Null is the end that never comes. */
const earlier = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other < one) ? other : one;
