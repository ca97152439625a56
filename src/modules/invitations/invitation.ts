import { dayAt, endOfDay } from '../../kernel/deadline.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { InvitationState } from './invitation.enums.ts';

/** The stored facts from which the state follows. */
export interface InvitationFacts {
  readonly acceptedAt: Date | null;
  readonly declinedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
}

/** An invitation is good through the last instant of its last day. */
export function stateOf(facts: InvitationFacts, now: Date): InvitationState {
  if (facts.acceptedAt !== null) return InvitationState.ACCEPTED;
  if (facts.revokedAt !== null) return InvitationState.REVOKED;
  if (facts.declinedAt !== null) return InvitationState.DECLINED;
  return facts.expiresAt < now ? InvitationState.EXPIRED : InvitationState.PENDING;
}

/** `stateOf` for a WHERE: `i` is the invitation, and the instant is bound as the given parameter. */
export const stateInSql = (now: `$${number}`): string => `case
    when i.accepted_at is not null then 'ACCEPTED'
    when i.revoked_at is not null then 'REVOKED'
    when i.declined_at is not null then 'DECLINED'
    when i.expires_at < ${now} then 'EXPIRED'
    else 'PENDING' end`;

/** The end of the last day on which an invitation sent now can be used, by the association's calendar. */
export const expiryOf = (now: Date, days: number, zone: string): Date =>
  endOfDay(addDays(dayAt(zone, now), days), zone);

/** The day that people are told. */
export const lastDayOf = (expiresAt: Date, zone: string): LocalDate => dayAt(zone, expiresAt);

/** Whether an invitation `i` to an organization can still be answered. */
export const unansweredInvitationsInSql = (now: `$${number}`): string => `
  i.organization_id is not null and i.accepted_at is null and i.declined_at is null and i.revoked_at is null
  and ${stateInSql(now)} = 'PENDING'`;

const REISSUE_DAYS = 60;
export const MOST_REISSUES = 3;

/** Until when the holder of an expired code can have a fresh one sent without asking anybody. */
const reissuableUntil = (expiresAt: Date, zone: string): Date =>
  endOfDay(addDays(dayAt(zone, expiresAt), REISSUE_DAYS), zone);

/** Whether the holder of the code may have a fresh one, as far as the invitation itself decides. */
export function isReissuable(
  facts: InvitationFacts & { readonly reissues: number },
  now: Date,
  zone: string,
): boolean {
  return (
    stateOf(facts, now) === InvitationState.EXPIRED &&
    facts.reissues < MOST_REISSUES &&
    now <= reissuableUntil(facts.expiresAt, zone)
  );
}
