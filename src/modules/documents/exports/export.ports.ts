import type { ExportKind } from './export.enums.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { definePort } from '../../../platform/port.ts';

export interface ExportOrder {
  readonly associationId: string;
  /** The record that it is about; null for kinds that are about all there is. */
  readonly subjectId: string | null;
  /** From then on; null from the beginning. */
  readonly from: Date | null;
  /** Before then. */
  readonly to: Date;
}

/** What an export of a kind says, in the language of whoever asked for it. */
export interface ExportSource {
  /**
   * For a kind that is about one record: finds it by its public id; null where it is absent or does not concern the
   * association.
   */
  readonly subjectOf?: (context: Context, associationId: string, publicId: string) => Promise<string | null>;
  names(wording: Wording): readonly string[];
  rows(parts: Parts, order: ExportOrder, wording: Wording): AsyncIterable<readonly string[]>;
}

export const exportPorts = definePort<Readonly<Record<ExportKind, ExportSource>>>('exports');
