import { sent } from '../documents/upload-operations.ts';
import { perform } from '../imports/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

const FILE = 'identifiant,prénom,nom,langue\n1,Ève,Lacroix,fr\n';

/** As `goodArguments`, for imports. */
export function goodImports(
  portal: Portal,
  { ids, office }: FurnishedBody,
  pages: (name: string, variables: object, asked: Asked) => MakeGood[],
): Readonly<Record<string, readonly MakeGood[]>> {
  const associationId = ids.Association;
  let intents = 0;
  let sources = 0;
  // One file is enough: what may be sent in a day is limited.
  let upload: Promise<{ readonly id: string }> | undefined;
  const order = async (): Promise<object> => {
    upload ??= sent(portal, office.asked, Buffer.from(FILE), {
      associationId,
      purpose: 'IMPORT',
      fileName: 'membres.csv',
    });
    return {
      associationId,
      uploadId: (await upload).id,
      source: `ancien-${String(++sources)}`,
      kind: 'PEOPLE',
      mode: 'DRY_RUN',
    };
  };
  const good = (variables: Good['variables']): Good => ({ variables, asked: office.asked });
  const key = (): string => `un-seul-import-${String(++intents)}`;
  return {
    startImport: [async () => good({ input: { ...(await order()), idempotencyKey: key() } })],
    cancelImport: [
      async () => {
        const { importRun } = await perform(portal, 'startImport', await order(), office.asked);
        return good({ input: { importRunId: importRun.id } });
      },
    ],
    importRun: [() => Promise.resolve(good({ id: ids.ImportRun }))],
    importRuns: pages('importRuns', { associationId }, office.asked),
  };
}
