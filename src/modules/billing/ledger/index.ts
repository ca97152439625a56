/**
 * The ledger: which body every received cent belongs to, and what was handed on to it.
 *
 * Responsible for: how an amount is shared between lines, and a line's amount between its price and its taxes; journals
 * in double entry; remittances and claims between bodies; closed periods.
 * Not responsible for: what is invoiced, received or refunded, which the other rooms of billing decide and count.
 */
import type { AnyJob } from '../../../platform/jobs/job.ts';
import type { NodeSources } from '../../../platform/graphql/node.ts';
import { ClosePeriodResolver } from './closing/close-period.graphql.ts';
import { ClosedPeriodEntity } from './closing/closed-period.entity.ts';
import { JournalEntity } from './journal.entity.ts';
import { LedgerEntryEntity } from './ledger-entry.entity.ts';
import { LedgerEntryResolver } from './reading/ledger-entry.type.ts';
import { LedgerQueryResolver } from './reading/ledger.graphql.ts';
import { LedgerBalanceResolver, LedgerResolver } from './reading/ledger.type.ts';
import { ApproveRemittanceResolver } from './remitting/approve-remittance.graphql.ts';
import { ClaimFromBodyResolver } from './remitting/claim-from-body.graphql.ts';
import { MarkRemittancePaidResolver } from './remitting/mark-remittance-paid.graphql.ts';
import { PrepareRemittanceResolver } from './remitting/prepare-remittance.graphql.ts';
import { RemittanceBatchEntity } from './remitting/remittance-batch.entity.ts';
import { RemittanceItemEntity } from './remitting/remittance-item.entity.ts';
import { RemittanceBatchFieldsResolver } from './remitting/remittance.type.ts';
import { remittanceNodes, RemittancesResolver } from './remitting/remittances.graphql.ts';
import { ReverseRemittanceResolver } from './remitting/reverse-remittance.graphql.ts';
import { RemittanceStatementResolver } from './statements/statement.graphql.ts';

export { allocate, sharesOf, type LineAmount, type OpenLine } from './allocate.ts';
export { exportJournal } from './exporting/export-journal.ts';
export { exportStatement } from './exporting/export-statement.ts';
export { printedStatements } from './statements/statement.graphql.ts';
export { ledgerLines } from './ledger-lines.ts';
export { ledgerWordingEn } from './ledger.wording.en.ts';
export { ledgerWordingFr } from './ledger.wording.fr.ts';
export {
  creditNotePostings,
  creditUsedPostings,
  paymentPostings,
  refundFailedPostings,
  refundPostings,
  returnPostings,
  takeBack,
  type InCredit,
  type LedgerLine,
  type LineCredit,
} from './payment-postings.ts';
export type { JournalKind } from './ledger-words.ts';
export { postJournal, type Posting } from './post-journal.ts';

export const ledgerEntities: readonly Function[] = [
  JournalEntity,
  LedgerEntryEntity,
  ClosedPeriodEntity,
  RemittanceBatchEntity,
  RemittanceItemEntity,
];
export const ledgerResolvers: readonly Function[] = [
  LedgerQueryResolver,
  LedgerResolver,
  LedgerBalanceResolver,
  LedgerEntryResolver,
  ClosePeriodResolver,
  RemittancesResolver,
  RemittanceBatchFieldsResolver,
  RemittanceStatementResolver,
  PrepareRemittanceResolver,
  ClaimFromBodyResolver,
  ApproveRemittanceResolver,
  MarkRemittancePaidResolver,
  ReverseRemittanceResolver,
];
export const ledgerNodes: NodeSources = remittanceNodes;
export const ledgerJobs: readonly AnyJob[] = [];
