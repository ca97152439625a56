import { dayAt } from '../kernel/deadline.ts';
import { localDate } from '../kernel/local-date.ts';
import { admitMember, type AdmitMember } from '../modules/memberships/index.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import { rollingTerm, yearlyTerms } from './demo-terms.ts';
import type { DemoBodies } from './read-bodies.ts';

export interface DemoMembership {
  readonly association: string;
  readonly holder: AdmitMember['holder'];
  readonly classCode: string;
  readonly memberNumber: string;
  readonly admittedOn: string;
  /** Years of the association, the present one paid or not; or twelve months of the member's own that end soon. */
  readonly paid: 'THIS_YEAR' | 'LAST_YEAR' | 'ROLLING';
}

/** Admits somebody once and in one class, with terms that fit the day on which the demonstration is loaded. */
export async function admitDemoMember(
  context: Context,
  tx: Tx,
  bodies: DemoBodies,
  { association: code, holder, classCode, memberNumber, admittedOn: admitted, paid }: DemoMembership,
): Promise<void> {
  const { id: associationId, timeZone, yearStartsOn } = bodies.association(code);
  const today = dayAt(timeZone, bodies.now);
  const admittedOn = localDate(admitted);
  await admitMember(context, tx, {
    associationId,
    holder,
    memberNumber,
    admittedOn,
    affiliations: [
      { classId: bodies.classId(code, classCode), from: admittedOn, to: null, reason: 'ADMISSION' },
    ],
    terms:
      paid === 'ROLLING'
        ? [rollingTerm(today)]
        : yearlyTerms(today, yearStartsOn, { admittedOn, paidUp: paid === 'THIS_YEAR' }),
  });
}
