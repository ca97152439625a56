import { dayAt, endOfDay } from '../../../kernel/deadline.ts';
import { addDays } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { associationById } from '../../associations/index.ts';
import type { OrganizationEntity } from '../organization.entity.ts';

/** The calendar of the association that an organization belongs to. */
export async function zoneOf(context: Context, { associationId }: OrganizationEntity): Promise<string> {
  const association = await context.load(associationById, associationId);
  if (association === null) throw new Error('an organization names an association that is gone');
  return association.timeZone;
}

/** The last instant of the day that many days from now. */
export const endOfLastDay = (now: Date, days: number, zone: string): Date =>
  endOfDay(addDays(dayAt(zone, now), days), zone);
