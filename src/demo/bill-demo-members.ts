import { dayAt } from '../kernel/deadline.ts';
import { toPublicId, type AssociationId } from '../kernel/id.ts';
import { addDays } from '../kernel/local-date.ts';
import { AssociationEntity } from '../modules/associations/index.ts';
import { InvoiceEntity, issueInvoice, recordPayment } from '../modules/billing/index.ts';
import { OrganizationEntity } from '../modules/organizations/index.ts';
import type { Parts } from '../platform/context.ts';
import { asDemoStaff, onFileAtAqpm } from './as-demo-staff.ts';
import { daysAgo } from './days-ago.ts';
import { aqpmHouses } from './people/aqpm-houses.ts';
import { aqpmPeople } from './people/aqpm-people.ts';

interface DemoBill {
  readonly payer: (parts: Parts) => Promise<string>;
  readonly kind: 'EVENT' | 'OTHER';
  readonly fr: string;
  readonly en: string;
  readonly quantity: number;
  readonly unitCents: number;
  readonly issuedDaysAgo: number;
  readonly dueAfterDays: number;
  /** By cheque; never when left out. */
  readonly paidDaysAgo?: number;
}

const house =
  ({ legalName }: { readonly legalName: string }) =>
  async ({ db }: Parts): Promise<string> =>
    toPublicId('Organization', (await db.entities.findOneByOrFail(OrganizationEntity, { legalName })).id);

const noemie = async (parts: Parts): Promise<string> =>
  toPublicId('Person', (await onFileAtAqpm(parts, aqpmPeople.noemie)).id);

const CONVENTION = {
  kind: 'EVENT',
  fr: 'Congrès annuel, inscription',
  en: 'Annual convention, registration',
  unitCents: 395_00,
} as const;
const WORKSHOP = {
  kind: 'EVENT',
  fr: 'Atelier sur les budgets de production',
  en: 'Workshop on production budgets',
  unitCents: 85_00,
} as const;
const NOTICE = {
  kind: 'OTHER',
  fr: 'Annonce dans le bulletin',
  en: 'Notice in the newsletter',
  unitCents: 250_00,
} as const;

const PAID = { issuedDaysAgo: 60, dueAfterDays: 30, paidDaysAgo: 45 };
const OVERDUE = { issuedDaysAgo: 40, dueAfterDays: 15 };
const OPEN = { issuedDaysAgo: 5, dueAfterDays: 30 };

/** Of each producer and associate member who has an account, so that every state is somebody's. */
const BILLS: readonly DemoBill[] = [
  { payer: house(aqpmHouses.boreale), ...CONVENTION, quantity: 2, ...PAID },
  { payer: noemie, ...CONVENTION, quantity: 1, ...PAID },
  { payer: house(aqpmHouses.oeilNu), ...WORKSHOP, quantity: 3, ...OVERDUE },
  { payer: house(aqpmHouses.boreale), ...NOTICE, quantity: 1, ...OPEN },
  { payer: noemie, ...WORKSHOP, quantity: 1, ...OPEN },
];

/** What the AQPM bills beside dues: some is paid, some is open, some is overdue. Goes on where it was cut off. */
export async function billDemoMembers(parts: Parts): Promise<boolean> {
  const aqpm = await parts.db.entities.findOneByOrFail(AssociationEntity, { code: 'aqpm' });
  const billed = await parts.db.entities.countBy(InvoiceEntity, { issuerId: aqpm.id });
  for (const [place, demoBill] of [...BILLS.entries()].slice(billed))
    await bill(parts, aqpm, place, demoBill);
  return billed < BILLS.length;
}

/** Under a key, so that of two that load at once one bills. */
async function bill(
  parts: Parts,
  { id, timeZone }: { readonly id: AssociationId; readonly timeZone: string },
  place: number,
  { payer, kind, fr, en, quantity, unitCents, issuedDaysAgo, dueAfterDays, paidDaysAgo }: DemoBill,
): Promise<void> {
  const dayOf = ({ clock }: Parts) => dayAt(timeZone, clock.now());
  const associationId = toPublicId('Association', id);
  const then = daysAgo(parts, issuedDaysAgo);
  const { invoiceId } = await issueInvoice(await asDemoStaff(then, aqpmPeople.genevieve), {
    associationId,
    kind,
    payerId: await payer(parts),
    membershipId: null,
    billTo: null,
    dueOn: addDays(dayOf(then), dueAfterDays),
    locale: null,
    lines: [
      {
        supplierId: null,
        kind,
        descriptionFr: fr,
        descriptionEn: en,
        quantity,
        unitCents,
        taxTreatment: 'SALES',
      },
    ],
    idempotencyKey: `demonstration-invoice-${String(place)}`,
  });
  if (paidDaysAgo === undefined) return;

  const later = daysAgo(parts, paidDaysAgo);
  const { totalCents } = await parts.db.entities.findOneByOrFail(InvoiceEntity, { id: invoiceId });
  await recordPayment(await asDemoStaff(later, aqpmPeople.genevieve), {
    associationId,
    method: 'CHEQUE',
    amountCents: Number(totalCents),
    receivedOn: dayOf(later),
    invoiceIds: [toPublicId('Invoice', invoiceId)],
    asGiven: false,
    payerId: null,
    payerName: null,
    reference: String(4181 + place),
    idempotencyKey: `demonstration-payment-${String(place)}`,
  });
}
