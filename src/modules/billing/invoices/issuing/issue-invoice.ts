import {
  fromPublicId,
  type AssociationId,
  type InvoiceId,
  type MembershipId,
} from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import { Money } from '../../../../kernel/money.ts';
import { localDateIn } from '../../../../kernel/time-zone.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { Forbidden } from '../../../../platform/graphql/faults.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { associationById, associationInReach, bodyForStaff } from '../../../associations/index.ts';
import { membershipById } from '../../../memberships/index.ts';
import type { LineKind } from '../../billing-words.ts';
import { payerColumns } from '../../payer.ts';
import { readPriceRules } from '../../prices/read-price-rules.ts';
import { taxesOf, type TaxTreatment } from '../../taxes/index.ts';
import { readBillTo } from '../addressing/bill-to-form.ts';
import { documentLocale } from '../document-locale.ts';
import { isOwnInvoice } from '../invoice-in-care.ts';
import type { BillTo, InvoiceKind, NewInvoice, NewLine } from '../new-invoice.ts';
import { writeInvoice } from '../write-invoice.ts';
import { payerOnFile } from './payer-on-file.ts';

export interface IssueLine {
  /** Null for the issuer itself. */
  readonly supplierId: string | null;
  readonly kind: LineKind;
  readonly descriptionFr: string;
  readonly descriptionEn: string;
  readonly quantity: number;
  readonly unitCents: number;
  readonly taxTreatment: TaxTreatment;
}

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

export const LONGEST_DESCRIPTION = 200;
export const MOST_LINES = 100;
export const MOST_OF_ONE = 10_000;
/** Ten million dollars: beyond it, somebody mistyped. */
const MOST_CENTS = 1_000_000_000;

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
  const today = localDateIn(issuer.timeZone, context.clock.now());
  if (input.dueOn < today) issues.add('dueOn', InputIssueCode.OUT_OF_RANGE, 'invoices.issue.dueOn');
  if (input.kind === 'DUES') issues.add('kind', InputIssueCode.NOT_ALLOWED, 'invoices.issue.dues');

  const membershipId = await membershipOf(context, issues, input.membershipId, issuer.id);
  const found = await payerOnFile(context, input.payerId, issuer.id);
  const isOwn =
    found !== null && (await isOwnInvoice(context, { membershipId, ...payerColumns(found.payer) }));
  if (!found || isOwn) issues.add('payerId', InputIssueCode.NOT_ALLOWED, 'invoices.issue.payer');
  const billTo = input.billTo && readBillTo(issues, 'billTo', input.billTo);
  const lines = await readLines(context, issues, input.lines, {
    issuerId: issuer.id,
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
    locale: documentLocale(issuer.languagePolicy, input.locale ?? found.locale),
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

async function readLines(
  context: Context,
  issues: InputIssues,
  lines: readonly IssueLine[],
  {
    issuerId,
    province,
    on,
  }: Pick<Parameters<typeof taxesOf>[0], 'province' | 'on'> & { issuerId: AssociationId },
): Promise<readonly NewLine[]> {
  const suppliers = await Promise.all(
    lines.map(async ({ supplierId }, place): Promise<AssociationId> => {
      if (supplierId === null) return issuerId;
      const id = fromPublicId('Association', supplierId);
      const body = id && (await associationInReach(context, id));
      if (!body)
        issues.add(
          ['lines', String(place), 'supplierId'],
          InputIssueCode.NOT_ALLOWED,
          'invoices.issue.supplier',
        );
      return body ? body.id : issuerId;
    }),
  );
  const rules = await readPriceRules(context.db, suppliers);
  return lines.map((line, place): NewLine => {
    const at = (field: keyof IssueLine): string[] => ['lines', String(place), field];
    const supplierId = suppliers[place] ?? issuerId;
    const quantity = inRange(line.quantity, 1, MOST_OF_ONE, () => blame(issues, at('quantity'), MOST_OF_ONE));
    const cents = inRange(line.unitCents, 0, MOST_CENTS, () =>
      issues.add(at('unitCents'), InputIssueCode.OUT_OF_RANGE, 'invoices.issue.unitCents'),
    );
    const unit = Money.cad(cents);
    const taxed = taxesOf(
      {
        ...{ supplierId, kind: line.kind, treatment: line.taxTreatment, classId: null, province, on },
        net: unit.times(quantity),
      },
      rules,
    );
    return {
      ...{ supplierId, feeItemId: null, kind: line.kind, quantity, unit, ...taxed },
      descriptions: {
        fr: described(issues, at('descriptionFr'), line.descriptionFr),
        en: described(issues, at('descriptionEn'), line.descriptionEn),
      },
      membershipId: null,
      period: null,
      effect: 'NONE',
      settlement: 'ON_PAYMENT',
    };
  });
}

function described(issues: InputIssues, path: readonly string[], typed: string): string {
  if (typed.trim() === '') issues.add(path, InputIssueCode.REQUIRED);
  return issues.line(path, typed, LONGEST_DESCRIPTION) ?? '';
}

function inRange(value: number, least: number, most: number, otherwise: () => void): number {
  if (value >= least && value <= most) return value;
  otherwise();
  return least;
}

const blame = (issues: InputIssues, path: readonly string[], max: number): void =>
  issues.add(path, InputIssueCode.OUT_OF_RANGE, 'invoices.issue.quantity', { max });
