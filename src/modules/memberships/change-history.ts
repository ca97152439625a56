import { stopped } from '../../kernel/clock.ts';
import {
  newId,
  type AffiliationId,
  type HoldId,
  type MembershipClassId,
  type MembershipId,
  type TermId,
} from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement, type Statement } from '../../platform/database/statement.ts';
import { violates } from '../../platform/database/violation.ts';
import { refuse } from '../../platform/problem.ts';
import { carryAgain, takeCarriedBack } from './carried-terms.ts';
import type { AffiliationReason, HoldKind, TermKind } from './membership-words.ts';
import { TermTaken } from './membership.problems.ts';

/**
 * How the history of a membership changes: whoever calls holds the membership (`holdMemberships`). Nothing that was
 * known is forgotten: what a stay, a term or a hold said before stands in a row of its own, withdrawn, and the id stays
 * with what is said now.
 */
type Changing = Pick<Parts, 'clock' | 'random'>;

/** A fact that has begun, as it is known now. */
interface Begun<Id> {
  readonly id: Id;
  readonly from: LocalDate;
}

const COLUMNS = {
  affiliation: 'class_id, reason, note',
  term: 'kind, carried_from_id',
  hold: 'kind',
} as const;
type HistoryTable = keyof typeof COLUMNS;

const withdrawIn = (table: HistoryTable): Statement<{ readonly id: string }> =>
  statement(
    `${table}-withdraw`,
    `update ${table} set withdrawn_at = $2 where id = $1 and withdrawn_at is null returning id`,
  );

// What was known for no time at all is known to nobody: a second change of the same instant leaves no row behind.
const endIn = (table: HistoryTable): Statement<{ readonly id: string }> =>
  statement(
    `${table}-end`,
    `with was as materialized (select * from ${table} where id = $1 and withdrawn_at is null),
     changed as (
       update ${table} t set to_on = $2, known_at = $3 from was where t.id = was.id returning t.id),
     kept as (
       insert into ${table} (id, membership_id, from_on, to_on, ${COLUMNS[table]}, known_at, withdrawn_at)
       select $4, w.membership_id, w.from_on, w.to_on, ${COLUMNS[table]
         .split(', ')
         .map(column => `w.${column}`)
         .join(', ')}, w.known_at, $3::timestamptz
       from was w join changed using (id) where w.known_at is distinct from $3::timestamptz)
     select id from changed`,
  );

const WITHDRAW = {
  affiliation: withdrawIn('affiliation'),
  term: withdrawIn('term'),
  hold: withdrawIn('hold'),
} as const;
const END = { affiliation: endIn('affiliation'), term: endIn('term'), hold: endIn('hold') } as const;

async function withdraw({ clock }: Changing, tx: Tx, table: HistoryTable, id: string): Promise<void> {
  const withdrawn = await within(tx, WITHDRAW[table], [id, clock.now()]);
  if (withdrawn.length === 0) throw new Error(`the ${table} is not on file any more`);
}

/** What would be over on its first day never was: it is withdrawn. */
async function end<Id extends string>(
  context: Changing,
  tx: Tx,
  table: HistoryTable,
  { id, from, to }: Begun<Id> & { readonly to: LocalDate | null },
): Promise<void> {
  if (to !== null && to <= from) return withdraw(context, tx, table, id);
  const { clock, random } = context;
  const ended = await within(tx, END[table], [id, to, clock.now(), newId(clock, random)]);
  if (ended.length === 0) throw new Error(`the ${table} is not on file any more`);
}

export interface NewAffiliation {
  readonly membershipId: MembershipId;
  readonly classId: MembershipClassId;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: AffiliationReason;
  readonly note?: string | null;
}

const addAffiliation = statement(
  'affiliation-add',
  `insert into affiliation (id, membership_id, class_id, from_on, to_on, reason, note, known_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
// Where nobody says which kind it is, the rule of the class on its first day does.
const addTerm = statement(
  'term-add',
  `insert into term (id, membership_id, kind, from_on, to_on, known_at, carried_from_id)
   select $1, $2, coalesce($3, (
     select r.kind from affiliation f join term_rule r on r.class_id = f.class_id
     where f.membership_id = $2 and f.withdrawn_at is null
       and f.from_on <= $4 and (f.to_on is null or f.to_on > $4)
       and r.from_on <= $4 and (r.to_on is null or r.to_on > $4)), 'ODD_LENGTH'), $4::date, $5::date, $6::timestamptz, $7::uuid`,
);
const addHold = statement(
  'hold-add',
  'insert into hold (id, membership_id, kind, from_on, to_on, known_at) values ($1, $2, $3, $4, $5, $6)',
);

/** Begins a stay in a class; whatever stood on those days is closed before. */
export async function openAffiliation(
  { clock, random }: Changing,
  tx: Tx,
  { membershipId, classId, from, to, reason, note = null }: NewAffiliation,
): Promise<AffiliationId> {
  const id = newId<'Affiliation'>(clock, random);
  await within(tx, addAffiliation, [id, membershipId, classId, from, to, reason, note, clock.now()]);
  return id;
}

/** Moves the end of a stay, `to` being the first day that is not of it; null opens it again. */
export const closeAffiliation = (
  context: Changing,
  tx: Tx,
  affiliation: Begun<AffiliationId>,
  to: LocalDate | null,
): Promise<void> => end(context, tx, 'affiliation', { ...affiliation, to });

/** A stay that is taken back as if it had not been said; a page of the past still shows it. */
export const withdrawAffiliation = (context: Changing, tx: Tx, id: AffiliationId): Promise<void> =>
  withdraw(context, tx, 'affiliation', id);

export interface NewHold {
  readonly membershipId: MembershipId;
  readonly kind: HoldKind;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Begins a hold. */
export async function openHold(
  { clock, random }: Changing,
  tx: Tx,
  { membershipId, kind, from, to }: NewHold,
): Promise<HoldId> {
  const id = newId<'Hold'>(clock, random);
  await within(tx, addHold, [id, membershipId, kind, from, to, clock.now()]);
  return id;
}

/** Moves the end of a hold; one that would end before it begins is taken back. */
export const closeHold = (
  context: Changing,
  tx: Tx,
  hold: Begun<HoldId>,
  to: LocalDate | null,
): Promise<void> => end(context, tx, 'hold', { ...hold, to });

export interface NewTerm {
  readonly membershipId: MembershipId;
  readonly from: LocalDate;
  /** Null of one for life. */
  readonly to: LocalDate | null;
  /** As the rule of the class says for its first day, where it is left out. */
  readonly kind?: TermKind | null;
  /** The term of another body of which it is the rest. */
  readonly carriedFromId?: TermId;
}

/** Grants a term, `[from, to)`. Days that another term has already are refused, not granted twice. */
export async function grantTerm(
  context: Changing & Pick<Parts, 'vault'>,
  tx: Tx,
  { membershipId, from, to, kind = null, carriedFromId }: NewTerm,
): Promise<TermId> {
  const { clock, random } = context;
  const id = newId<'Term'>(clock, random);
  try {
    await within(tx, addTerm, [id, membershipId, kind, from, to, clock.now(), carriedFromId ?? null]);
    await carryAgain(context, tx, id);
  } catch (fault) {
    if (violates(fault, 'term_one_at_a_time')) refuse(new TermTaken());
    throw fault;
  }
  return id;
}

/** Moves the end of a term; one that would end before it begins is taken back. */
export const closeTerm = (context: Changing, tx: Tx, term: Begun<TermId>, to: LocalDate): Promise<void> =>
  end(context, tx, 'term', { ...term, to });

/** Takes a term back, as when its payment was returned, and what went along of it; a page of the past still shows both. */
export async function withdrawTerm(
  context: Changing & Pick<Parts, 'vault'>,
  tx: Tx,
  termId: TermId,
): Promise<void> {
  const at = { ...context, clock: stopped(context.clock) };
  await withdraw(at, tx, 'term', termId);
  await takeCarriedBack(at, tx, termId);
}
