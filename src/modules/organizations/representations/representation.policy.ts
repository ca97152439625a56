import type { LocalDate } from '../../../kernel/local-date.ts';
import { RepresentationKind } from './representation.enums.ts';

/** What stands in the way of an organization: it neither dies nor is under age. */
const OF_PERSONS_ALONE: readonly RepresentationKind[] = [
  RepresentationKind.EXECUTOR,
  RepresentationKind.TUTOR,
];

export const canBeOf = (kind: RepresentationKind, represented: 'PERSON' | 'ORGANIZATION'): boolean =>
  represented === 'PERSON' || !OF_PERSONS_ALONE.includes(kind);

export interface Period {
  readonly from: LocalDate;
  /** The first day on which it holds no more; null when no end is in sight. */
  readonly to: LocalDate | null;
}

export const holdsOn = ({ from, to }: Period, day: LocalDate): boolean =>
  from <= day && (to === null || day < to);

/** Of people who live: what lies further off was mistyped. */
export const isInReach = (day: LocalDate): boolean => day >= '1900-01-01' && day < '2200-01-01';
