import { newId, type InvoiceLineId, type TermId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { Refusal } from '../../../platform/problem.ts';
import type { LineEffect } from '../billing-words.ts';
import { lineEffects, type LineEffectActs } from './line-effect.ports.ts';
import { hasEarnedEffect, type SettlingLine } from './line-settlement.ts';
import type { EffectCause, UndoneWhy } from './payment-words.ts';

type Settling = Pick<Parts, 'clock' | 'random' | 'ports'>;

const add = statement<{ id: string }>(
  'line-effect-add',
  `insert into line_effect (id, line_id, cause, applied_at) values ($1, $2, $3, $4)
   on conflict (line_id) where undone_at is null do nothing
   returning id`,
);
const noteTerm = statement('line-effect-term', 'update line_effect set term_id = $2 where id = $1');
const end = statement<{ lineId: InvoiceLineId; termId: TermId | null }>(
  'line-effect-end',
  `update line_effect set undone_at = $2, undone_why = $3 where line_id = any ($1::uuid[]) and undone_at is null
   returning line_id as "lineId", term_id as "termId"`,
);

/**
 * Brings about what the lines have earned by now: once, whatever arrives twice, because a line has one standing effect
 * at most. Called whenever something may have earned it; lines that have not are left as they are.
 */
export async function settleLines(
  context: Settling,
  tx: Tx,
  lines: readonly SettlingLine[],
  cause: EffectCause,
): Promise<void> {
  const earned = lines.filter(line => hasEarnedEffect(line, { intentStands: cause === 'INTENT' }));
  for (const line of earned)
    await keepingWhatIsDone(context, tx, line, () => settle(context, tx, line, cause));
}

async function settle(context: Settling, tx: Tx, line: SettlingLine, cause: EffectCause): Promise<void> {
  const id = newId<'LineEffect'>(context.clock, context.random);
  const added = await within(tx, add, [id, line.id, cause, context.clock.now()]);
  if (added.length === 0) return;
  const applied = await actsOf(context, line.effect)?.apply(context, tx, line);
  if (applied?.termId !== undefined) await within(tx, noteTerm, [id, applied.termId]);
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

/** Takes back what lines brought about and no longer have earned. */
export async function unsettleLines(
  context: Settling,
  tx: Tx,
  lines: readonly SettlingLine[],
  { why, intentStands }: { readonly why: UndoneWhy; readonly intentStands: boolean },
): Promise<void> {
  const unearned = new Map(
    lines.filter(line => !hasEarnedEffect(line, { intentStands })).map(line => [line.id, line]),
  );
  const ended = await within(tx, end, [[...unearned.keys()], context.clock.now(), why]);
  for (const applied of ended) {
    const line = unearned.get(applied.lineId);
    if (line) await actsOf(context, line.effect)?.undo(context, tx, applied);
  }
}

const actsOf = ({ ports }: Settling, effect: LineEffect): LineEffectActs | null =>
  ports.of(lineEffects)[effect];
