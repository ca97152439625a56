import { parseArgs } from 'node:util';

/** Whom the operator makes a realm administrator, or no longer wants as one. */
export interface AdministratorOrder {
  readonly identifier: string;
  readonly end: boolean;
}

/** Reads `<identifier> [--end]`; null when anything else is said. */
export function readAdministratorOrder(argv: readonly string[]): AdministratorOrder | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { end: { type: 'boolean', default: false } },
    });
    const [identifier] = positionals;
    return identifier === undefined || positionals.length > 1 ? null : { identifier, end: values.end };
  } catch {
    return null;
  }
}
