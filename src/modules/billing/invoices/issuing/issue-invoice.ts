import {
  fromPublicId,
  type AssociationId,
  type InvoiceId,
  type MembershipId,
} from '../../../../kernel/id.ts';
import { dayAt } from '../../../../kernel/deadline.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { Forbidden } from '../../../../platform/graphql/faults.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { associationById, bodyForStaff } from '../../../associations/index.ts';
import { membershipById } from '../../../memberships/index.ts';
import { readBillTo } from '../addressing/bill-to-form.ts';
import { isOwnBill } from '../../own-money.ts';
import type { BillTo, InvoiceKind, NewInvoice } from '../new-invoice.ts';
import { writeInvoice } from '../write-invoice.ts';
import { payerOnFile } from './payer-on-file.ts';
import { readIssuedLines, type IssueLine } from './read-issued-lines.ts';

export interface IssueInvoice {
  readonly associationId: string;
  readonly kind: InvoiceKind;
  readonly payerId: string;
  readonly membershipId: string | null;
  /** Null for what is on file of the payer. */
  readonly billTo: BillTo | null;
  readonly dueOn: LocalDate;
  readonly locale: Locale | null;
  readonly lines: readonly IssueLine[];
  readonly idempotencyKey: string | undefined;
}

/** Staff bill somebody for what no rule of dues prices, such as an event. */
export const issueInvoice = (
  context: Context,
  { idempotencyKey: key, ...input }: IssueInvoice,
): Promise<{ readonly invoiceId: InvoiceId }> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'issueInvoice', key, input },
    async (tx, invoice) => {
      const { id, fiscalYear, number } = await writeInvoice(context, tx, invoice);
      await recordAudit(context, tx, {
        act: 'issueInvoice',
        subjectKind: 'Invoice',
        subjectId: id,
        associationId: invoice.issuerId,
        after: { fiscalYear, number },
      });
      return { invoiceId: id };
    },
  );

async function judge(context: Context, input: Omit<IssueInvoice, 'idempotencyKey'>): Promise<NewInvoice> {
  const bodyId = fromPublicId('Association', input.associationId);
  const body = bodyId && (await bodyForStaff(context, 'ISSUE_INVOICES', bodyId));
  const issuer = body && (await context.load(associationById, body.id));
  if (!issuer) throw new Forbidden('STAFF');

  const issues = new InputIssues(context.wording);
  const today = dayAt(issuer.timeZone, context.clock.now());
  if (input.dueOn < today) issues.add('dueOn', InputIssueCode.OUT_OF_RANGE, 'invoices.issue.dueOn');
  if (input.kind === 'DUES') issues.add('kind', InputIssueCode.NOT_ALLOWED, 'invoices.issue.dues');

  const membershipId = await membershipOf(context, issues, input.membershipId, issuer.id);
  const found = await payerOnFile(context, input.payerId, { issuer, locale: input.locale });
  const isOwn = found !== null && (await isOwnBill(context, { membershipId, payer: found.payer }));
  if (!found || isOwn) issues.add('payerId', InputIssueCode.NOT_ALLOWED, 'invoices.issue.payer');
  const billTo = input.billTo && readBillTo(issues, 'billTo', input.billTo);
  const lines = await readIssuedLines(context, issues, input.lines, {
    issuerId: issuer.id,
    membershipId,
    province: found?.province ?? null,
    on: today,
  });
  issues.refuseIfAny();
  if (!found) throw new Error('a payer who is not on file was not blamed');
  return {
    issuerId: issuer.id,
    kind: input.kind,
    payer: found.payer,
    membershipId,
    billTo: billTo ?? found.billTo,
    locale: found.locale,
    dueOn: input.dueOn,
    placeOfSupply: found.province,
    lines,
  };
}

async function membershipOf(
  context: Context,
  issues: InputIssues,
  publicId: string | null,
  issuerId: AssociationId,
): Promise<MembershipId | null> {
  if (publicId === null) return null;
  const id = fromPublicId('Membership', publicId);
  const membership = id && (await context.load(membershipById, id));
  if (membership?.associationId === issuerId) return id;
  issues.add('membershipId', InputIssueCode.NOT_ALLOWED, 'invoices.issue.membership');
  return null;
}
