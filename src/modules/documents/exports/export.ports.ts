import type { ExportKind } from './export.enums.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { definePort } from '../../../platform/port.ts';

export interface ExportOrder {
  readonly associationId: string;
  /** From then on; null from the beginning. */
  readonly from: Date | null;
  /** Before then. */
  readonly to: Date;
}

/** What an export of a kind says, in the language of whoever asked for it. */
export interface ExportSource {
  names(wording: Wording): readonly string[];
  rows(parts: Parts, order: ExportOrder, wording: Wording): AsyncIterable<readonly string[]>;
}

export const exportPorts = definePort<Readonly<Record<ExportKind, ExportSource>>>('exports');
