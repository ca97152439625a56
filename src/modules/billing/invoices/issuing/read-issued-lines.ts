import type { AssociationId, MembershipId } from '../../../../kernel/id.ts';
import { fromPublicId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Province } from '../../../../kernel/province.ts';
import type { Context } from '../../../../platform/context.ts';
import type { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { associationInReach, isAtOrBelow } from '../../../associations/index.ts';
import type { LineKind } from '../../billing-words.ts';
import { billedMemberById } from '../../prices/billed-member.ts';
import { readPriceRules } from '../../prices/read-price-rules.ts';
import { taxesOf, type TaxTreatment } from '../../taxes/index.ts';
import type { NewLine } from '../new-invoice.ts';

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

export const LONGEST_DESCRIPTION = 200;
export const MOST_LINES = 100;
export const MOST_OF_ONE = 10_000;
/** Ten million dollars: beyond it, somebody mistyped. */
const MOST_CENTS = 1_000_000_000;

interface Bill {
  readonly issuerId: AssociationId;
  /** Whom it is about, whoever pays. */
  readonly membershipId: MembershipId | null;
  /** Where the payer is supplied. */
  readonly province: Province | null;
  readonly on: LocalDate;
}

/** What staff wrote by hand, with the taxes of the day and of the place. */
export async function readIssuedLines(
  context: Context,
  issues: InputIssues,
  lines: readonly IssueLine[],
  { issuerId, membershipId, province, on }: Bill,
): Promise<readonly NewLine[]> {
  const suppliers = await Promise.all(
    lines.map(({ supplierId }, place) =>
      supplierOf(context, supplierId, issuerId, () =>
        issues.add(
          ['lines', String(place), 'supplierId'],
          InputIssueCode.NOT_ALLOWED,
          'invoices.issue.supplier',
        ),
      ),
    ),
  );
  // A premium is taxed where the insured is, who is not always whoever pays (domain-facts, taxes).
  const insured = membershipId && (await context.load(billedMemberById, membershipId));
  const insuredIn = insured ? (insured.place?.province ?? null) : province;
  const rules = await readPriceRules(context.db, suppliers);
  return lines.map((line, place): NewLine => {
    const at = (field: keyof IssueLine): string[] => ['lines', String(place), field];
    const supplierId = suppliers[place] ?? issuerId;
    const quantity = inRange(line.quantity, 1, MOST_OF_ONE, () => blame(issues, at('quantity'), MOST_OF_ONE));
    const cents = inRange(line.unitCents, 0, MOST_CENTS, () =>
      issues.add(at('unitCents'), InputIssueCode.OUT_OF_RANGE, 'invoices.issue.unitCents'),
    );
    const unit = Money.cad(cents);
    if ((line.kind === 'INSURANCE') !== (line.taxTreatment === 'PREMIUM'))
      issues.add(at('taxTreatment'), InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.taxTreatment');
    const isPremium = line.taxTreatment === 'PREMIUM';
    const taxed = taxesOf(
      {
        ...{ supplierId, kind: line.kind, treatment: line.taxTreatment, classId: null, on },
        province: isPremium ? insuredIn : province,
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

/** Of one line of the tree alone: whom the issuer collects for, or who lets it collect; never a sibling. */
async function supplierOf(
  context: Context,
  publicId: string | null,
  issuerId: AssociationId,
  otherwise: () => void,
): Promise<AssociationId> {
  if (publicId === null) return issuerId;
  const id = fromPublicId('Association', publicId);
  const body = id && (await associationInReach(context, id));
  const isOfTheLine =
    body &&
    ((await isAtOrBelow(context, body.id, issuerId)) || (await isAtOrBelow(context, issuerId, body.id)));
  if (isOfTheLine) return body.id;
  otherwise();
  return issuerId;
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
