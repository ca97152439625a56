import { dayAt, endOfDay } from '../../../kernel/deadline.ts';
import { addDays } from '../../../kernel/local-date.ts';

/** Through the end of the last day, by the association's calendar. */
export const COMPLETION_DAYS = 14;

/** How often a link forgives a wrong member number, but for the last time. */
export const MOST_GUESSES = 5;

/** What one list may hold. */
export const MOST_LINKS = 1000;

/** Whom staff may name for one list: no list of an input is longer. */
export const MOST_NAMED = 250;

export const completionExpiryOf = (now: Date, zone: string): Date =>
  endOfDay(addDays(dayAt(zone, now), COMPLETION_DAYS), zone);

/** A member number as it is compared: in any letter case, with or without spaces and dashes. */
export const memberNumberKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
