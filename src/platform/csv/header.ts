import { searchKey } from '../../kernel/search-key.ts';
import type { TypedRow } from '../staging/typed-row.ts';

/** A column of a kind of file. */
export interface Column {
  readonly field: string;
  /** What stands over it in a file; either language is understood in any file. */
  readonly fr: string;
  readonly en: string;
  /** A file without it is refused. Whether a cell may be empty is for whoever reads the row. */
  readonly required: boolean;
}

/** Something wrong with the line of names. */
export interface HeaderFault {
  readonly column: string;
  readonly code: 'COLUMN_UNKNOWN' | 'COLUMN_TWICE' | 'COLUMN_MISSING';
}

/** Which cell of a record belongs to which field. */
export class Header {
  private constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly names: readonly string[],
    readonly faults: readonly HeaderFault[],
  ) {}

  static read(cells: readonly string[], columns: readonly Column[]): Header {
    const places = new Map<string, number>();
    const faults: HeaderFault[] = [];
    const names = cells.map(cell => cell.trim().slice(0, LONGEST_NAME));
    names.forEach((name, place) => {
      const column = columns.find(({ fr, en }) => keyOf(name) === keyOf(fr) || keyOf(name) === keyOf(en));
      if (!column) faults.push({ column: name, code: 'COLUMN_UNKNOWN' });
      else if (places.has(column.field)) faults.push({ column: name, code: 'COLUMN_TWICE' });
      else places.set(column.field, place);
    });
    for (const { field, required, fr, en } of columns)
      if (required && !places.has(field)) faults.push({ column: `${fr} / ${en}`, code: 'COLUMN_MISSING' });
    return new Header(places, names, faults);
  }

  get width(): number {
    return this.names.length;
  }

  /** As the file writes it; null for a column that it lacks. */
  nameOf(field: string): string | null {
    return this.names[this.places.get(field) ?? -1] ?? null;
  }

  rowOf(cells: readonly string[]): TypedRow {
    const { places } = this;
    return {
      has: field => places.has(field),
      text: field => cells[places.get(field) ?? -1]?.trim() ?? '',
    };
  }
}

const LONGEST_NAME = 100;

/** Nothing that a file says in one cell is longer. */
export const LONGEST_CELL = 2_000;

/** Accents, case, spaces, dashes and underscores are forgiven. */
const keyOf = (name: string): string => searchKey(name).replaceAll(/[^\p{L}\p{N}]/gu, '');
