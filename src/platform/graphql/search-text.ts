import { isPlainText } from '../../kernel/plain-text.ts';
import { BadUserInput } from './faults.ts';

const LONGEST_SEARCH = 100;

/** What somebody looks for in a list; empty when they look for nothing. */
export function readSearch(search: string | null | undefined): string {
  const typed = search ?? '';
  if (typed.length > LONGEST_SEARCH || !isPlainText(typed)) throw new BadUserInput('VALUE');
  return typed.normalize('NFC').trim();
}
