import type { TermId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { MembershipHistory } from '../membership-facts.ts';
import { CLOSING_REASONS } from '../membership-status.ts';
import type { AffiliationReason, TermKind } from '../membership-words.ts';
import type { TransferAsker, TransferStanding } from './transfer-words.ts';

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Why a membership cannot pass to another body on a day. */
export type WhyNoTransfer =
  'NOT_MEMBER' | 'DECEASED' | 'SUSPENDED' | 'CHANGE_WAITS' | 'ALREADY_MEMBER' | 'NOT_POSSIBLE';

type Stay = MembershipHistory['affiliations'][number];

/** The stay that a transfer ends, or why there is none. Facts are those known now. */
export function leavableStay(
  { affiliations, holds }: Pick<MembershipHistory, 'affiliations' | 'holds'>,
  on: LocalDate,
): Stay | WhyNoTransfer {
  const stay = affiliations.find(one => covers(one, on));
  if (stay === undefined || isClosing(stay)) return 'NOT_MEMBER';
  if (stay.from === on || stay.to !== null) return 'CHANGE_WAITS';
  // Whoever is suspended takes it with them: a body that suspends decides before another one does.
  return holds.some(hold => hold.kind === 'SUSPENSION' && covers(hold, on)) ? 'SUSPENDED' : stay;
}

/** How the history at the receiving body goes on. */
export interface Entry {
  /** The stay there that the new one follows: another class, or that the membership was over; null where none was. */
  readonly ends: Stay | null;
  readonly reason: Extract<AffiliationReason, 'ADMISSION' | 'RECLASSIFICATION'>;
}

/** Whoever is a member there already, as of a second body, changes class by it; whoever was one is admitted again. */
export function entryInto(
  affiliations: readonly Stay[],
  classId: string,
  on: LocalDate,
): Entry | WhyNoTransfer {
  const stay = affiliations.find(one => covers(one, on));
  if (affiliations.some(({ from }) => from >= on) || (stay && stay.to !== null)) return 'CHANGE_WAITS';
  if (stay === undefined || isClosing(stay)) return { ends: stay ?? null, reason: 'ADMISSION' };
  return stay.class.id === classId ? 'ALREADY_MEMBER' : { ends: stay, reason: 'RECLASSIFICATION' };
}

/** A term for life, as the class there brings it. */
export interface LifeTerm {
  readonly kind: Extract<TermKind, 'LIFETIME'>;
  readonly from: LocalDate;
  readonly to: null;
}

export interface CarriedTerm {
  readonly kind: TermKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What it is the rest of: it stands and falls with that. */
  readonly carriedFromId?: TermId;
}

/**
 * The rest of the running term, as far as it is not paid at the new body: it goes along, so that no gap opens. Terms that
 * begin later are given back by whoever billed them. A term for life was given by one body, and stays there.
 */
export function carriedTerm(
  old: MembershipHistory['terms'],
  there: MembershipHistory['terms'],
  on: LocalDate,
): CarriedTerm | null {
  const running = old.find(term => covers(term, on));
  if (running === undefined || running.to === null || there.some(({ to }) => to === null)) return null;
  const from = paidTo(there, on);
  const next = there
    .map(term => term.from)
    .filter(day => day >= from)
    .sort()[0];
  const to = next !== undefined && next < running.to ? next : running.to;
  return from < to ? { kind: running.kind, from, to, carriedFromId: running.id } : null;
}

/** Whether the body that is left must speak first: for a designation, and wherever the other one asked by itself. */
export const needsStanding = (
  memberClass: { readonly certificateEligible: boolean },
  askedBy: TransferAsker,
): boolean => memberClass.certificateEligible || askedBy === 'RECEIVING';

/** Whether silence accepts: never a designation, never what the other body must speak about or says is open. */
export const acceptsBySilence = (
  acceptance: 'MANUAL' | 'AFTER_DAYS',
  needsToSpeak: boolean,
  standing: TransferStanding | null,
): boolean => acceptance === 'AFTER_DAYS' && !needsToSpeak && standing !== 'OUTSTANDING';

/** The day asked for; of a decision that comes later, the day of the decision: nothing reaches back. */
export const effectiveDay = (wantedOn: LocalDate, today: LocalDate): LocalDate =>
  wantedOn > today ? wantedOn : today;

/** The first day from this one on that adjoining terms do not cover. */
function paidTo(terms: readonly Days[], day: LocalDate): LocalDate {
  const end = terms.find(term => covers(term, day))?.to;
  return end == null ? day : paidTo(terms, end);
}

const isClosing = ({ reason }: Stay): boolean => CLOSING_REASONS.includes(reason);
const covers = ({ from, to }: Days, day: LocalDate): boolean => from <= day && (to === null || day < to);
