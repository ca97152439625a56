import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import type { MembershipClassEntity } from '../membership-class.entity.ts';
import type { AffiliationFacts, MembershipFacts, MembershipHistory } from '../membership-facts.ts';
import { asKnown } from '../membership-status.ts';
import { membershipsOfPerson } from '../membership.loaders.ts';
import type { MembershipChange } from '../money.ports.ts';
import { carriedTerm, entryInto, leavableStay, type Entry } from './transfer.policy.ts';
import { TransferNotPossible } from './transfer.problems.ts';

export interface WantedTransfer {
  readonly membership: MembershipFacts;
  readonly receiving: AssociationEntity;
  readonly memberClass: MembershipClassEntity;
  readonly on: LocalDate;
}

/** All that a transfer brings about in the two histories. */
export interface TransferPlan extends WantedTransfer {
  readonly personId: string;
  readonly leaves: AffiliationFacts;
  /** The person's membership at the receiving body, if they ever had one. */
  readonly there: MembershipFacts | null;
  readonly entry: Entry;
  readonly term: ReturnType<typeof carriedTerm>;
}

/** What a transfer would do on its day, by what is known now; refuses one that cannot be. */
export async function planTransfer(context: Context, wanted: WantedTransfer): Promise<TransferPlan> {
  const { membership, receiving, memberClass, on } = wanted;
  const { personId } = membership;
  if (personId === null) return refuse(new TransferNotPossible('NOT_MEMBER'));
  const held = await context.load(membershipsOfPerson, personId);
  const there = held.find(({ associationId }) => associationId === receiving.id) ?? null;

  const old = historyNow(context, membership);
  const leaves = leavableStay(old, on);
  if (typeof leaves === 'string') return refuse(new TransferNotPossible(leaves));
  const known = there === null ? null : historyNow(context, there);
  const entry = entryInto(known?.affiliations ?? [], memberClass.id, on);
  if (typeof entry === 'string') return refuse(new TransferNotPossible(entry));
  const term = carriedTerm(old.terms, known?.terms ?? [], on);
  return { ...wanted, personId, leaves, there, entry, term };
}

/** The change as whoever bills it sees it. */
export const changeOf = ({ membership, receiving, memberClass, on }: WantedTransfer): MembershipChange => ({
  kind: 'TRANSFER',
  membershipId: membership.id,
  on,
  toClassId: memberClass.id,
  toAssociationId: receiving.id,
});

function historyNow({ clock }: Pick<Context, 'clock'>, { history }: MembershipFacts): MembershipHistory {
  if (history === null) throw new Error('a membership was read without its history');
  return asKnown(history, clock.now());
}

/** The memberships whose histories it changes, to hold them. */
export const membershipsIn = ({ membership, there }: TransferPlan): readonly string[] =>
  there === null ? [membership.id] : [membership.id, there.id];
