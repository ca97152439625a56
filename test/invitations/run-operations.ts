import type { Locale } from '../../src/kernel/locale.ts';
import { sent } from '../documents/upload-operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface RunSeen {
  readonly id: string;
  readonly state: string;
  readonly total: number | null;
  readonly done: number;
  readonly counts: readonly { outcome: string; label: string; count: number }[];
  readonly fault: { row: number; column: string | null; code: string; message: string } | null;
  readonly rows: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly row: number;
      readonly email: string;
      readonly outcome: string | null;
      readonly label: string;
      readonly invitation: { readonly email: string; readonly state: string } | null;
    }[];
  };
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly issues: readonly { path: string[]; code: string; message: string }[];
  readonly invitationRun: RunSeen;
}

const RUN = `id state total done counts { outcome label count } fault { row column code message }`;

const FIELDS = {
  startInvitationRun: `... on StartInvitationRunSuccess { invitationRun { ${RUN} } }`,
  cancelInvitationRun: `... on CancelInvitationRunSuccess { invitationRun { ${RUN} } }`,
  resumeInvitationRun: `... on ResumeInvitationRunSuccess { invitationRun { ${RUN} } }`,
};

export const { send, perform } = mutationsOf<keyof typeof FIELDS, Result>(
  FIELDS,
  '... on Problem { message } ... on InvalidInput { issues { path code message } }',
);

export interface Wanted {
  readonly associationId: string;
  readonly asked: Asked;
}

/** Sends a file and asks for invitations to everybody in it; no worker has begun. */
export async function inviting(
  portal: Portal,
  { associationId, asked }: Wanted,
  content: string | Buffer,
  more: object = {},
): Promise<RunSeen> {
  const uploadId = await fileOf(portal, { associationId, asked }, content);
  const answer = await perform(portal, 'startInvitationRun', { associationId, uploadId, ...more }, asked);
  if (answer.__typename !== 'StartInvitationRunSuccess') throw new Error(JSON.stringify(answer));
  return answer.invitationRun;
}

export async function fileOf(
  portal: Portal,
  { associationId, asked }: Wanted,
  content: string | Buffer,
): Promise<string> {
  const facts = { associationId, purpose: 'IMPORT', fileName: 'invités.csv' };
  return (await sent(portal, asked, Buffer.from(content), facts)).id;
}

export async function seen(
  portal: Portal,
  { asked }: Wanted,
  id: string,
  {
    outcome = null,
    first = 20,
    locale = 'fr-CA',
  }: { outcome?: string | null; first?: number; locale?: Locale } = {},
): Promise<RunSeen | null> {
  const { data, errors } = await portal.graphql<{ invitationRun: RunSeen | null }>(
    `query ($id: ID!, $outcome: InvitationRowOutcome, $first: Int) { invitationRun(id: $id) { ${RUN}
       rows(outcome: $outcome, first: $first) {
         totalCount nodes { row email outcome label invitation { email state } } } } }`,
    { id, outcome, first },
    { ...asked, locale },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.invitationRun;
}
