import type { LetterPart } from './letter.ts';
import type { LetterSheet } from './letter-sheet.ts';

/** The letter for readers and programs without HTML. */
export function letterText(sheet: LetterSheet): string {
  const { sender, subject, parts, postalAddress, contact, reason } = sheet;
  const body = parts.map(part => partText(sheet, part));
  const footer = ['-- ', sender.name, ...postalAddress, sender.website, '', contact, '', reason];
  return [sender.name, subject, ...body, footer.join('\n')].join('\n\n') + '\n';
}

function partText({ wording }: LetterSheet, part: LetterPart): string {
  if (part.kind === 'TEXT') return part.text.trim();
  const label = wording.of('mail.letter.labelled', { label: part.label });
  return part.kind === 'CODE' ? `${label}\n\n    ${part.code}` : `${label}\n${part.url}`;
}
