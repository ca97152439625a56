import { fromPublicId, type AssociationId, type MembershipClassId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { AssociationEntity } from '../../../associations/index.ts';
import { readRegistrationNumber, type TaxRegistrationKind, type TaxStatusBasis } from '../../taxes/index.ts';
import { addTaxRegistration, addTaxStatus } from './add-tax-rules.ts';
import { bodyWithPrices } from './prices-in-care.ts';
import { dayAfter } from './day-after.ts';
import { judgeClass } from './set-price-rule.ts';

interface Dated {
  readonly associationId: string;
  readonly from: LocalDate;
  /** The last day; null: with no end in sight. */
  readonly to: LocalDate | null;
  readonly idempotencyKey: string | undefined;
}

export interface SetTaxRegistration extends Dated {
  readonly kind: TaxRegistrationKind;
  readonly number: string;
}

export interface SetTaxStatus extends Dated {
  /** Null: of all classes of which nothing is said. */
  readonly classId: string | null;
  readonly basis: TaxStatusBasis;
}

interface Judged<Facts> {
  readonly associationId: AssociationId;
  readonly facts: Facts;
  readonly toOn: LocalDate | null;
}

/** Says under which number a body collects a tax from a day on. */
export const setTaxRegistration = (
  context: Context,
  { idempotencyKey: key, ...input }: SetTaxRegistration,
): Promise<AssociationId> =>
  onceAfter(
    context,
    async (): Promise<Judged<string>> => {
      const associationId = await bodyWithPrices(context, input.associationId);
      const issues = new InputIssues(context.wording);
      const number = readRegistrationNumber(input.kind, input.number);
      if (number === null)
        issues.add('number', InputIssueCode.BAD_FORMAT, `billing.prices.issue.number.${input.kind}`);
      const toOn = dayAfter(input.from, input.to, issues);
      issues.refuseIfAny();
      return { associationId, facts: number ?? '', toOn };
    },
    { operation: 'setTaxRegistration', key, input },
    async (tx, { associationId, facts: number, toOn }) => {
      await hold(tx, associationId);
      const { kind, from: fromOn } = input;
      const row = await addTaxRegistration(context, tx, { associationId, kind, number, fromOn, toOn });
      await record(context, tx, 'setTaxRegistration', row);
      return associationId;
    },
  );

/** Says by which provision dues are exempt, or by which election they are taxed, from a day on. */
export const setTaxStatus = (
  context: Context,
  { idempotencyKey: key, ...input }: SetTaxStatus,
): Promise<AssociationId> =>
  onceAfter(
    context,
    async (): Promise<Judged<MembershipClassId | null>> => {
      const associationId = await bodyWithPrices(context, input.associationId);
      const issues = new InputIssues(context.wording);
      const classId = input.classId === null ? null : fromPublicId('MembershipClass', input.classId);
      if (input.classId !== null && classId === null)
        issues.add('classId', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.class');
      await judgeClass(context, associationId, classId, issues);
      const toOn = dayAfter(input.from, input.to, issues);
      issues.refuseIfAny();
      return { associationId, facts: classId, toOn };
    },
    { operation: 'setTaxStatus', key, input },
    async (tx, { associationId, facts: classId, toOn }) => {
      await hold(tx, associationId);
      const { basis, from: fromOn } = input;
      const row = await addTaxStatus(context, tx, { associationId, classId, basis, fromOn, toOn });
      await record(context, tx, 'setTaxStatus', row);
      return associationId;
    },
  );

/** So that of two versions that are set at once each sees the other. */
const hold = (tx: Tx, id: AssociationId): Promise<AssociationEntity> =>
  tx.findOneOrFail(AssociationEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });

const record = (
  context: Context,
  tx: Tx,
  act: string,
  row: { readonly id: string; readonly associationId: AssociationId },
): Promise<void> =>
  recordAudit(context, tx, {
    act,
    subjectKind: 'Association',
    subjectId: row.associationId,
    associationId: row.associationId,
    after: { ...row },
  });
