import type { MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { closeAffiliation, openAffiliation, withdrawAffiliation } from '../change-history.ts';
import type { AffiliationFacts, MembershipFacts } from '../membership-facts.ts';
import { asKnown } from '../membership-status.ts';
import { deathIn, type DeathInHistory } from './death.policy.ts';
import type { DeathRecordId } from './death-record.entity.ts';

const noteClosing = statement(
  'death-closing-note',
  'insert into death_closing (death_record_id, membership_id) values ($1, $2)',
);

/** What a death would change in a membership; null where it was over by then. */
export function closingOf(
  { clock }: Pick<Context, 'clock'>,
  { history }: MembershipFacts,
  diedOn: LocalDate,
): DeathInHistory | null {
  if (history === null) throw new Error('a membership was read without its history');
  return deathIn(asKnown(history, clock.now()).affiliations, diedOn);
}

export const isOverByDeath = ({ clock }: Pick<Context, 'clock'>, { history }: MembershipFacts): boolean =>
  history !== null && asKnown(history, clock.now()).affiliations.some(({ reason }) => reason === 'DEATH');

/** Ends a held membership by the death of its holder. */
export async function closeByDeath(
  context: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  recordId: DeathRecordId,
  membershipId: MembershipId,
  { closesOn, last, ends, nevers }: DeathInHistory,
): Promise<void> {
  for (const { id } of nevers) await withdrawAffiliation(context, tx, id);
  if (ends !== null) await closeAffiliation(context, tx, ends, closesOn);
  const over = { membershipId, classId: last.class.id, from: closesOn, to: null, reason: 'DEATH' } as const;
  await openAffiliation(context, tx, over);
  await within(tx, noteClosing, [recordId, membershipId]);
}

/**
 * The membership stands as if it had not been closed: what was withdrawn in the instant of the record is said again.
 * Whatever the house has learned since stays.
 */
export async function openAgain(
  context: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { id: membershipId, history }: MembershipFacts,
  recordedAt: Date,
): Promise<void> {
  if (history === null) throw new Error('a membership was read without its history');
  const now = asKnown(history, context.clock.now()).affiliations;
  const death = now.find(({ reason }) => reason === 'DEATH');
  if (death === undefined) return;
  await withdrawAffiliation(context, tx, death.id);
  // A death withdraws none: one of that instant was recorded and corrected in it before.
  const taken = history.affiliations.filter(
    ({ reason, withdrawnAt }) => reason !== 'DEATH' && withdrawnAt === recordedAt.getTime(),
  );
  for (const before of taken) await sayAgain(context, tx, membershipId, now, before);
}

async function sayAgain(
  context: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  membershipId: MembershipId,
  now: readonly AffiliationFacts[],
  { from, to, reason, note, class: { id: classId } }: AffiliationFacts,
): Promise<void> {
  const cut = now.find(known => known.from === from && known.class.id === classId && known.reason === reason);
  if (cut !== undefined) await closeAffiliation(context, tx, cut, to);
  else await openAffiliation(context, tx, { membershipId, classId, from, to, reason, note });
}
