import { newId } from '../../../../kernel/id.ts';
import type { Parts } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { readRegistrationNumber, TaxRegistrationEntity, TaxStatusEntity } from '../../taxes/index.ts';
import { beginVersion, TAX_REGISTRATIONS, TAX_STATUSES } from './begin-version.ts';

type Adding = Pick<Parts, 'clock' | 'random'>;

/** The number under which a body collects a tax from a day on; RangeError says that it is none of that kind. */
export async function addTaxRegistration(
  { clock, random }: Adding,
  tx: Tx,
  wanted: Omit<TaxRegistrationEntity, 'id'>,
): Promise<TaxRegistrationEntity> {
  const number = readRegistrationNumber(wanted.kind, wanted.number);
  if (number === null) throw new RangeError(`${wanted.number} is no number of ${wanted.kind}`);
  const id = newId<'TaxRegistration'>(clock, random);
  const row = Object.assign(new TaxRegistrationEntity(), wanted, { id, number });
  const { associationId, kind, fromOn: from, toOn: to } = row;
  await beginVersion(
    tx,
    TAX_REGISTRATIONS,
    { values: [associationId, kind], from, to, restId: newId<'TaxRegistration'>(clock, random) },
    days => tx.insert(TaxRegistrationEntity, Object.assign(row, { toOn: days.to })),
  );
  return row;
}

/** Whether the dues of a body, or of one of its classes, are taxed from a day on: the provision says which. */
export async function addTaxStatus(
  { clock, random }: Adding,
  tx: Tx,
  wanted: Omit<TaxStatusEntity, 'id' | 'taxable'>,
): Promise<TaxStatusEntity> {
  const id = newId<'TaxStatus'>(clock, random);
  const taxable = wanted.basis === 'GST23' || wanted.basis === 'GST24';
  const row = Object.assign(new TaxStatusEntity(), wanted, { id, taxable });
  const { associationId, classId, fromOn: from, toOn: to } = row;
  await beginVersion(
    tx,
    TAX_STATUSES,
    { values: [associationId, classId], from, to, restId: newId<'TaxStatus'>(clock, random) },
    days => tx.insert(TaxStatusEntity, Object.assign(row, { toOn: days.to })),
  );
  return row;
}
