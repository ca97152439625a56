import { newId, type AffiliationId, type InvoiceLineId, type TermId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { Refusal } from '../../../platform/problem.ts';
import type { LineEffect } from '../billing-words.ts';
import { openOf, type HeldInvoice } from '../invoices/held-invoice.ts';
import { lineEffects, type LineEffectActs } from './line-effect.ports.ts';
import { hasEarnedEffect, isPaidWhole, type SettlingLine } from './line-settlement.ts';
import type { EffectCause, UndoneWhy } from './payment-words.ts';

type Settling = Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>;
/** Held, and as it stands. */
type SettlingInvoice = Pick<HeldInvoice, 'total' | 'paid' | 'credited' | 'lines'>;

const add = statement<{ id: string }>(
  'line-effect-add',
  `insert into line_effect (id, line_id, cause, applied_at) values ($1, $2, $3, $4)
   on conflict (line_id) where undone_at is null do nothing
   returning id`,
);
const note = statement(
  'line-effect-note',
  'update line_effect set term_id = $2, affiliation_id = $3 where id = $1',
);
const keep = statement(
  'line-effect-keep',
  'update line_effect set kept_at = $2 where line_id = any ($1::uuid[]) and undone_at is null and kept_at is null',
);
const earnedAnew = statement(
  'line-effect-earned-anew',
  'update line_effect set kept_at = null where line_id = $1 and undone_at is null and kept_at is not null',
);
interface Ended {
  readonly lineId: InvoiceLineId;
  readonly termId: TermId | null;
  readonly affiliationId: AffiliationId | null;
}
const end = statement<Ended>(
  'line-effect-end',
  `update line_effect set undone_at = $2, undone_why = $3
   where line_id = any ($1::uuid[]) and undone_at is null and (kept_at is null or $4)
   returning line_id as "lineId", term_id as "termId", affiliation_id as "affiliationId"`,
);

/**
 * Brings about what the lines of an invoice have earned by now: once, whatever arrives twice, because a line has one
 * standing effect at most. Called whenever something may have earned it; lines that have not are left as they are.
 */
export async function settleLines(
  context: Settling,
  tx: Tx,
  invoice: SettlingInvoice,
  cause: EffectCause,
): Promise<void> {
  const around = { intentStands: cause === 'INTENT', isInvoiceSettled: openOf(invoice).isZero() };
  for (const line of invoice.lines.filter(one => hasEarnedEffect(one, around))) {
    const isPaid = isPaidWhole(line, around);
    await keepingWhatIsDone(context, tx, line, () => settle(context, tx, line, { cause, isPaid }));
  }
}

async function settle(
  context: Settling,
  tx: Tx,
  line: SettlingLine,
  { cause, isPaid }: { readonly cause: EffectCause; readonly isPaid: boolean },
): Promise<void> {
  const id = newId<'LineEffect'>(context.clock, context.random);
  const added = await within(tx, add, [id, line.id, cause, context.clock.now()]);
  if (added.length === 0) {
    if (isPaid) await within(tx, earnedAnew, [line.id]);
    return;
  }
  const applied = await actsOf(context, line.effect)?.apply(context, tx, line);
  const { termId = null, affiliationId = null } = applied ?? {};
  if (termId !== null || affiliationId !== null) await within(tx, note, [id, termId, affiliationId]);
}

/**
 * Money that came in is received, even where what it pays for cannot come about, as when another term has the days
 * meanwhile: staff find that in the audit trail.
 */
async function keepingWhatIsDone(
  context: Settling,
  tx: Tx,
  line: SettlingLine,
  work: () => Promise<void>,
): Promise<void> {
  await tx.query('savepoint line_effect');
  try {
    await work();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await tx.query('rollback to savepoint line_effect');
    await recordAudit(context, tx, {
      act: 'settleLine',
      subjectKind: 'InvoiceLine',
      subjectId: line.id,
      associationId: line.supplierId,
      after: {
        effect: line.effect,
        membershipId: line.membershipId,
        refused: fault.problem.constructor.name,
      },
    });
  }
  await tx.query('release savepoint line_effect');
}

/** Lets what lines brought about stand although their money was given back. */
export async function keepEffects(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  lineIds: readonly InvoiceLineId[],
): Promise<void> {
  await within(tx, keep, [lineIds, clock.now()]);
}

/**
 * Takes back what lines of an invoice brought about and no longer have earned. What staff kept once stands, unless more
 * of its money goes back and nobody says that it is kept.
 */
export async function unsettleLines(
  context: Settling,
  tx: Tx,
  invoice: SettlingInvoice,
  { why, intentStands }: { readonly why: UndoneWhy; readonly intentStands: boolean },
): Promise<void> {
  const around = { intentStands, isInvoiceSettled: openOf(invoice).isZero() };
  const unearned = new Map(
    invoice.lines.filter(line => !hasEarnedEffect(line, around)).map(line => [line.id, line]),
  );
  const endsKept = why === 'REFUNDED' || why === 'PAYMENT_RETURNED';
  const ended = await within(tx, end, [[...unearned.keys()], context.clock.now(), why, endsKept]);
  for (const applied of ended) {
    const line = unearned.get(applied.lineId);
    const membershipId = line?.membershipId ?? null;
    if (line) await actsOf(context, line.effect)?.undo(context, tx, { ...applied, membershipId });
  }
}

const actsOf = ({ ports }: Settling, effect: LineEffect): LineEffectActs | null =>
  ports.of(lineEffects)[effect];
