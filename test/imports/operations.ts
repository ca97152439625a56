import type { Locale } from '../../src/kernel/locale.ts';
import { sent } from '../documents/upload-operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface RunSeen {
  readonly id: string;
  readonly state: string;
  readonly percentRead: number;
  readonly rowsRead: number;
  readonly counts: { created: number; changed: number; unchanged: number; heldOut: number } | null;
  readonly findings: {
    readonly totalCount: number;
    readonly nodes: readonly FindingSeen[];
  };
}

export interface FindingSeen {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly otherRow: number | null;
  readonly recordId: string | null;
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly issues: readonly { path: string[]; code: string }[];
  readonly importRunId: string;
  readonly importRun: RunSeen;
}

export const RUN = 'id state percentRead rowsRead counts { created changed unchanged heldOut }';

const FIELDS = {
  startImport: `... on ImportRunning { importRunId } ... on StartImportSuccess { importRun { ${RUN} } }`,
  cancelImport: `... on CancelImportSuccess { importRun { ${RUN} } }`,
};

export const { send, perform } = mutationsOf<keyof typeof FIELDS, Result>(
  FIELDS,
  '... on Problem { message } ... on InvalidInput { issues { path code } }',
);

export interface Wanted {
  readonly associationId: string;
  readonly asked: Asked;
}

/** Sends a file and asks for its import; nobody has begun with it. */
export async function asking(
  portal: Portal,
  { associationId, asked }: Wanted,
  content: string | Buffer,
  wanted: object = {},
): Promise<Result> {
  const upload = await sent(portal, asked, Buffer.from(content), {
    associationId,
    purpose: 'IMPORT',
    fileName: 'liste.csv',
  });
  const input = {
    associationId,
    uploadId: upload.id,
    source: 'ancien',
    kind: 'PEOPLE',
    mode: 'COMMIT',
    ...wanted,
  };
  return perform(portal, 'startImport', input, asked);
}

/** The same to its end, with what was found of a severity. */
export async function imported(
  portal: Portal,
  office: Wanted,
  content: string | Buffer,
  wanted: object = {},
  severity = 'FAULT',
): Promise<RunSeen> {
  const { importRun } = await asking(portal, office, content, wanted);
  await portal.runDue();
  return seen(portal, office, importRun.id, severity);
}

export async function seen(
  portal: Portal,
  { asked }: Wanted,
  id: string,
  severity = 'FAULT',
  locale: Locale = 'fr-CA',
): Promise<RunSeen> {
  const { data, errors } = await portal.graphql<{ importRun: RunSeen }>(
    `query ($id: ID!, $severity: ImportSeverity!) { importRun(id: $id) { ${RUN}
       findings(severity: $severity, first: 50) {
         totalCount nodes { row column code message otherRow recordId } } } }`,
    { id, severity },
    { ...asked, locale },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.importRun;
}

export const csv = (...lines: readonly string[]): string => lines.join('\n');
