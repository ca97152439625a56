import type { AssociationId, ClientId, InvitationRunId, UploadId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { InvitationRowOutcome } from '../invitation.enums.ts';
import { InvitationRunState, type InvitationSelection } from './invitation-run.enums.ts';

/** Why a file cannot be used; worded when somebody reads it. */
export interface RunFault {
  /** As a spreadsheet counts: the line of names is 1. */
  readonly row: number;
  readonly column: string | null;
  /** The rest of a key of the wording. */
  readonly code: string;
}

/** A run as it was asked for, and how far it is. */
export interface InvitationRunFacts {
  readonly id: InvitationRunId;
  readonly associationId: AssociationId;
  readonly uploadId: UploadId | null;
  readonly selection: InvitationSelection | null;
  readonly classCode: string | null;
  readonly askedAt: Date;
  readonly actingAccountId: string;
  readonly actingClientId: ClientId;
  readonly factorAt: Date | null;
  readonly requestId: string;
  /** Null until it is known who is invited. */
  readonly total: number | null;
  readonly counts: Readonly<Partial<Record<InvitationRowOutcome, number>>>;
  readonly stoppedAt: Date | null;
  readonly stoppedWhy: 'CANCELLED' | 'HALTED' | null;
  readonly endedAt: Date | null;
  readonly fault: RunFault | null;
}

/** `r` names the table. */
export const RUN_COLUMNS = `
  r.id, r.association_id as "associationId", r.upload_id as "uploadId", r.selection, r.class_code as "classCode",
  r.asked_at as "askedAt", r.acting_account_id as "actingAccountId", r.acting_client_id as "actingClientId",
  r.factor_at as "factorAt", r.request_id as "requestId", r.total, r.counts, r.stopped_at as "stoppedAt",
  r.stopped_why as "stoppedWhy", r.ended_at as "endedAt", r.fault`;

export function stateOfRun({ total, stoppedWhy, endedAt, fault }: InvitationRunFacts): InvitationRunState {
  if (endedAt !== null) return fault === null ? InvitationRunState.DONE : InvitationRunState.FAULTY;
  if (stoppedWhy !== null) return InvitationRunState[stoppedWhy];
  return total === null ? InvitationRunState.WAITING : InvitationRunState.SENDING;
}

const byIds = statement<InvitationRunFacts>(
  'invitation-runs-by-id',
  `select ${RUN_COLUMNS} from invitation_run r where r.id = any ($1::uuid[])`,
);

/** Never to be shown without asking who is asking. */
export const invitationRunById: Loader<string, InvitationRunFacts | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(byIds, [ids]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);

export const runIsOver = statement(
  'invitation-run-is-over',
  'select from invitation_run where id = $1 and ended_at is not null',
);
