import type { PersonId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import { personById } from '../../people/index.ts';
import type { MembershipClassEntity } from '../membership-class.entity.ts';
import type { AffiliationFacts, MembershipFacts, MembershipHistory } from '../membership-facts.ts';
import { isForLife, lifeFrom } from '../changes/life-terms.ts';
import { asKnown } from '../membership-status.ts';
import { membershipsOfHuman } from '../same-human.ts';
import type { MembershipChange, TransferInto } from '../money.ports.ts';
import {
  carriedTerm,
  entryInto,
  leavableStay,
  type CarriedTerm,
  type Entry,
  type LifeTerm,
  type WhyNoTransfer,
} from './transfer.policy.ts';
import { TransferNotPossible } from './transfer.problems.ts';
import type { TransferAsker } from './transfer-words.ts';

export interface WantedTransfer {
  readonly membership: MembershipFacts;
  readonly receiving: AssociationEntity;
  readonly memberClass: MembershipClassEntity;
  readonly on: LocalDate;
}

/** All that a transfer brings about in the two histories. */
export interface TransferPlan extends WantedTransfer {
  readonly personId: PersonId;
  readonly leaves: AffiliationFacts;
  /** The person's membership at the receiving body, if they ever had one, under whichever record of theirs. */
  readonly there: MembershipFacts | null;
  readonly entry: Entry;
  readonly term: CarriedTerm | LifeTerm | null;
}

/**
 * What a transfer would do on its day, by what is known now; refuses one that cannot be. An office that asks about a
 * member of another body is not told what stands against it there.
 */
export async function planTransfer(
  context: Context,
  { askedBy, ...wanted }: WantedTransfer & { readonly askedBy?: TransferAsker },
): Promise<TransferPlan> {
  const leavingNot = (why: WhyNoTransfer): never =>
    refuse(new TransferNotPossible(askedBy === 'RECEIVING' ? 'NOT_POSSIBLE' : why));
  const { membership, receiving, memberClass, on } = wanted;
  const { personId } = membership;
  if (personId === null) return leavingNot('NOT_MEMBER');
  const person = await context.load(personById, personId);
  if (person !== null && person.diedOn !== null) return leavingNot('DECEASED');
  const held = await membershipsOfHuman(context, personId);
  const there = held.find(({ associationId }) => associationId === receiving.id) ?? null;

  const old = historyNow(context, membership);
  const leaves = leavableStay(old, on);
  if (typeof leaves === 'string') return leavingNot(leaves);
  const known = there === null ? null : historyNow(context, there);
  const entry = entryInto(known?.affiliations ?? [], memberClass.id, on);
  if (typeof entry === 'string') return refuse(new TransferNotPossible(entry));
  const paid = known?.terms ?? [];
  const isLife = await isForLife(context, memberClass.id, on);
  const term = isLife ? forLife(paid, on) : carriedTerm(old.terms, paid, on);
  return { ...wanted, personId, leaves, there, entry, term };
}

/** A class whose terms are for life brings one; whoever has it there keeps it. */
const forLife = (paid: MembershipHistory['terms'], on: LocalDate): LifeTerm | null =>
  paid.some(({ to }) => to === null) ? null : { kind: 'LIFETIME', from: lifeFrom(paid, on), to: null };

/**
 * The same as whoever asks for it sees it: the office that would receive somebody sees what it charges itself, and
 * nothing of what the body that is left has billed, before the member and that body know of it.
 */
export const changeAsked = ({
  askedBy,
  ...plan
}: TransferPlan & { readonly askedBy: TransferAsker }): MembershipChange =>
  askedBy === 'RECEIVING' ? { ...changeOf(plan), arrivalAlone: true } : changeOf(plan);

/** The change as whoever bills it sees it. */
export const changeOf = ({
  membership,
  receiving,
  memberClass,
  on,
  personId,
  there,
  entry,
  term,
}: TransferPlan): MembershipChange & { readonly into: TransferInto } => ({
  kind: 'TRANSFER',
  membershipId: membership.id,
  on,
  toClassId: memberClass.id,
  toAssociationId: receiving.id,
  into: {
    holder: { personId },
    membershipId: there?.id ?? null,
    isMember: entry.reason === 'RECLASSIFICATION',
    term,
  },
});

function historyNow({ clock }: Pick<Context, 'clock'>, { history }: MembershipFacts): MembershipHistory {
  if (history === null) throw new Error('a membership was read without its history');
  return asKnown(history, clock.now());
}

/** The memberships whose histories it changes, to hold them. */
export const membershipsIn = ({ membership, there }: TransferPlan): readonly string[] =>
  there === null ? [membership.id] : [membership.id, there.id];
