import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for files that are sent. */
export function goodUploads({
  ids,
  member,
  office,
}: FurnishedBody): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const input = (fields: object, asked: Good['asked']): Good => ({
    variables: {
      input: {
        associationId: ids.Association,
        ...fields,
        fileName: `preuve-${++intents}.csv`,
        idempotencyKey: `un-seul-fichier-${intents}`,
      },
    },
    asked,
  });
  return {
    createUpload: [
      () => Promise.resolve(input({ purpose: 'DOCUMENT', size: 12, contentType: 'application/pdf' }, member)),
      () => Promise.resolve(input({ purpose: 'IMPORT', size: 12 }, office.asked)),
    ],
    upload: [() => Promise.resolve({ variables: { id: ids.Upload }, asked: member })],
  };
}
