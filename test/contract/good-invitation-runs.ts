import { sent } from '../documents/upload-operations.ts';
import { perform } from '../invitations/run-operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for invitations to many. */
export function goodInvitationRuns(
  portal: Portal,
  { ids, office, mark }: FurnishedBody,
  pages: (name: string, variables: object, asked: Asked) => MakeGood[],
): Readonly<Record<string, readonly MakeGood[]>> {
  const associationId = ids.Association;
  const good = (input: object): Good => ({ variables: { input }, asked: office.asked });
  let intents = 0;
  let selections = 0;
  const key = (): string => `un-seul-envoi-${String(++intents)}`;
  const selection = (): object => ({
    associationId,
    selection: ++selections % 2 === 0 ? 'MEMBERS' : 'DELEGATES',
    classCode: `P-${mark}`,
  });
  // One file is enough: what may be sent in a day is limited.
  let upload: Promise<{ readonly id: string }> | undefined;
  const file = (): Promise<{ readonly id: string }> =>
    (upload ??= sent(portal, office.asked, Buffer.from('courriel\nida@maboite.example\n'), {
      associationId,
      purpose: 'IMPORT',
      fileName: 'invités.csv',
    }));
  const started = async (): Promise<string> =>
    (await perform(portal, 'startInvitationRun', selection(), office.asked)).invitationRun.id;
  return {
    startInvitationRun: [
      () => Promise.resolve(good({ ...selection(), idempotencyKey: key() })),
      async () => good({ associationId, uploadId: (await file()).id }),
    ],
    cancelInvitationRun: [async () => good({ invitationRunId: await started() })],
    resumeInvitationRun: [
      async () => {
        const invitationRunId = await started();
        await perform(portal, 'cancelInvitationRun', { invitationRunId }, office.asked);
        return good({ invitationRunId, idempotencyKey: key() });
      },
    ],
    invitationRun: [() => Promise.resolve({ variables: { id: ids.InvitationRun }, asked: office.asked })],
    invitationRuns: pages('invitationRuns', { associationId }, office.asked),
  };
}
