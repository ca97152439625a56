import { addDays, addMonths, type LocalDate } from '../../../kernel/local-date.ts';

/** An organization in a section, `[from, to)`. */
export interface Stay {
  readonly sectionId: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** A stay as somebody wishes it, known by its section and first day: what is not named stays as it is. */
export interface WantedStay {
  /** Its place among those that were sent. */
  readonly row: number;
  /** Null when the association has no such section. */
  readonly sectionId: string | null;
  readonly from: LocalDate;
  /** The last day, inclusive. Null leaves the end of a stay on record as it is. */
  readonly lastDay: LocalDate | null;
  readonly withdrawn: boolean;
}

export interface StayChanges {
  readonly withdrawn: readonly Stay[];
  /** With their new ends. */
  readonly ended: readonly Stay[];
  readonly begun: readonly Stay[];
}

export type StayFault = 'unknown' | 'twice' | 'backwards' | 'tooFar' | 'past' | 'begun' | 'over' | 'overlap';
export type BlameStay = (
  wanted: WantedStay,
  field: 'sectionId' | 'from' | 'to' | 'withdrawn',
  fault: StayFault,
) => void;

interface Terms {
  readonly known: readonly Stay[];
  readonly today: LocalDate;
  readonly mayRecordPast: boolean;
}

const FAR_IN_MONTHS = 120;

/** What is to be done for the stays to be as they are wished. What has been is changed by nobody but staff. */
export function stayChanges(
  { known, today, mayRecordPast }: Terms,
  wanted: readonly WantedStay[],
  blame: BlameStay,
): StayChanges {
  const farthest = addMonths(today, FAR_IN_MONTHS);
  const withdrawn: Stay[] = [];
  const ended = new Map<WantedStay, Stay>();
  const begun = new Map<WantedStay, Stay>();

  for (const one of wanted) {
    const { sectionId, from, lastDay } = one;
    const earlier = wanted.slice(0, wanted.indexOf(one));
    const [field, fault] = faultOf(one, earlier, farthest) ?? [];
    if (field && fault) blame(one, field, fault);
    if (fault || sectionId === null) continue;

    const to = lastDay && addDays(lastDay, 1);
    const stay = known.find(isSame(sectionId, from));
    if (one.withdrawn) {
      if (stay && stay.from <= today) blame(one, 'withdrawn', 'begun');
      else if (stay) withdrawn.push(stay);
    } else if (!stay) {
      if (from < today && !mayRecordPast) blame(one, 'from', 'past');
      else begun.set(one, { sectionId, from, to });
    } else if (to !== null && to !== stay.to) {
      if (stay.to !== null && stay.to <= today) blame(one, 'to', 'over');
      else if (to < today && !mayRecordPast) blame(one, 'to', 'past');
      else ended.set(one, { sectionId, from, to });
    }
  }

  const gone = [...withdrawn, ...ended.values()];
  const after = [
    ...known.filter(stay => !gone.some(isSame(stay.sectionId, stay.from))),
    ...ended.values(),
    ...begun.values(),
  ];
  const collides = (stay: Stay): boolean => after.some(other => other !== stay && overlap(stay, other));
  for (const [one, stay] of ended) if (collides(stay)) blame(one, 'to', 'overlap');
  for (const [one, stay] of begun) if (collides(stay)) blame(one, 'from', 'overlap');
  return { withdrawn, ended: [...ended.values()], begun: [...begun.values()] };
}

/** What is wrong with one whatever is on record. */
function faultOf(
  { sectionId, from, lastDay }: WantedStay,
  earlier: readonly WantedStay[],
  farthest: LocalDate,
): readonly ['sectionId' | 'from' | 'to', StayFault] | null {
  if (sectionId === null) return ['sectionId', 'unknown'];
  if (earlier.some(isSame(sectionId, from))) return ['from', 'twice'];
  if (from > farthest) return ['from', 'tooFar'];
  if (lastDay !== null && lastDay < from) return ['to', 'backwards'];
  return lastDay !== null && lastDay > farthest ? ['to', 'tooFar'] : null;
}

const isSame =
  (sectionId: string, from: LocalDate) =>
  (other: Pick<WantedStay, 'sectionId' | 'from'>): boolean =>
    other.sectionId === sectionId && other.from === from;

const overlap = (a: Stay, b: Stay): boolean =>
  a.sectionId === b.sectionId && (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
