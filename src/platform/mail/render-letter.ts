import { letterHtml } from './letter-html.ts';
import { letterSheet, type LetterDraft } from './letter-sheet.ts';
import { letterText } from './letter-text.ts';

export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Draws a letter as HTML and as plain text. Throws on a link that no mail should carry. */
export function renderLetter(draft: LetterDraft): RenderedLetter {
  const sheet = letterSheet(draft);
  return { subject: sheet.subject, text: letterText(sheet), html: letterHtml(sheet) };
}
