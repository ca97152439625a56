import type { AffiliationId, InvoiceLineId, MembershipId, TermId } from '../../../kernel/id.ts';
import type { Period } from '../../../kernel/period.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { definePort } from '../../../platform/port.ts';
import type { LineEffect } from '../billing-words.ts';

type Settling = Pick<Parts, 'clock' | 'random' | 'vault'>;

/** Of a line, what its effect is about. */
export interface EffectiveLine {
  readonly id: InvoiceLineId;
  readonly membershipId: MembershipId | null;
  readonly period: Period | null;
}

/** What a line has brought about, by which it is taken back. */
export interface BroughtAbout {
  readonly termId?: TermId;
  readonly affiliationId?: AffiliationId;
}

export interface AppliedEffect {
  readonly lineId: InvoiceLineId;
  readonly membershipId: MembershipId | null;
  readonly termId: TermId | null;
  readonly affiliationId: AffiliationId | null;
}

/** How a line's effect comes about, and how it is taken back. */
export interface LineEffectActs {
  readonly apply: (context: Settling, tx: Tx, line: EffectiveLine) => Promise<BroughtAbout>;
  readonly undo: (context: Settling, tx: Tx, applied: AppliedEffect) => Promise<void>;
}

/** Null for what is noted, and looked up by whoever it concerns. */
export type LineEffects = Readonly<Record<LineEffect, LineEffectActs | null>>;

/** What billing asks of the rooms that a line's effect changes. */
export const lineEffects = definePort<LineEffects>('lineEffects');
