import { toPublicId, type OrganizationId, type PersonId } from '../../src/kernel/id.ts';
import type { Office } from '../invitations/operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Portal } from '../support/portal.ts';

export interface MergeShown {
  readonly id: string;
  readonly state: string;
  readonly keptName: string;
  readonly otherName: string;
  readonly records: number;
  readonly viewerCan: { readonly approve: boolean; readonly withdraw: boolean; readonly undo: boolean };
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly merge: MergeShown;
  readonly next: { readonly kind: string };
  readonly memberNumbers: readonly string[];
  readonly invoiceNumbers: readonly string[];
  readonly changed: readonly { readonly thing: string; readonly count: number }[];
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

const MERGE = '{ merge { id state keptName otherName records viewerCan { approve withdraw undo } } }';
const NEEDS = `... on MergeNeedsOneMembership { memberNumbers } ... on MergeBillsTwice { invoiceNumbers }`;

export const { perform } = mutationsOf<
  'mergePersons' | 'mergeOrganizations' | 'approveMerge' | 'withdrawMerge' | 'undoMerge' | 'dismissMergeTask',
  Result
>(
  {
    mergePersons: `... on MergePersonsSuccess ${MERGE} ${NEEDS} ... on MergeNeedsOneAccount { next { kind } }`,
    mergeOrganizations: `... on MergeOrganizationsSuccess ${MERGE} ${NEEDS}`,
    approveMerge: `... on ApproveMergeSuccess ${MERGE}`,
    withdrawMerge: `... on WithdrawMergeSuccess ${MERGE}`,
    undoMerge: `... on UndoMergeSuccess ${MERGE} ... on MergeHasMovedOn { changed { thing count } }`,
    dismissMergeTask: '... on DismissMergeTaskSuccess { next { kind } }',
  },
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

const REASON = 'Même naissance, même diplôme';

export const mergePersons = (
  portal: Portal,
  { asked }: Pick<Office, 'asked'>,
  kept: { readonly id: PersonId },
  other: { readonly id: PersonId },
  more: object = {},
): Promise<Result> =>
  perform(
    portal,
    'mergePersons',
    {
      keptPersonId: toPublicId('Person', kept.id),
      otherPersonId: toPublicId('Person', other.id),
      reason: REASON,
      ...more,
    },
    asked,
  );

export const mergeOrganizations = (
  portal: Portal,
  { asked }: Pick<Office, 'asked'>,
  kept: { readonly id: OrganizationId },
  other: { readonly id: OrganizationId },
  more: object = {},
): Promise<Result> =>
  perform(
    portal,
    'mergeOrganizations',
    {
      keptOrganizationId: toPublicId('Organization', kept.id),
      otherOrganizationId: toPublicId('Organization', other.id),
      reason: REASON,
      ...more,
    },
    asked,
  );

export const undoMerge = (
  portal: Portal,
  { asked }: Pick<Office, 'asked'>,
  { merge }: Pick<Result, 'merge'>,
): Promise<Result> =>
  perform(portal, 'undoMerge', { mergeId: merge.id, reason: 'Ce sont deux sœurs' }, asked);

/** Every row that a merge may touch, in the bytes of PostgreSQL: all tables but those that only say what was done. */
export async function everyRow(portal: Portal): Promise<Readonly<Record<string, readonly string[]>>> {
  const query = <Row>(sql: string): Promise<Row[]> => portal.parts.db.entities.query<Row[]>(sql);
  const tables = await query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'
       and tablename not in ('record_merge', 'audit_entry', 'mail', 'idempotency_key', 'attempt_window', 'schema_migration')
     order by 1`,
  );
  const rows: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const found = await query<{ row: string }>(`select t::text as row from "${name}" t order by 1`);
    rows[name] = found.map(({ row }) => row);
  }
  return rows;
}
