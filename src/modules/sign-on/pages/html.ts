import { escapeHtml } from '../../../platform/mail/escape-html.ts';

/** Markup that was put together here: everything else is escaped where it is put in. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | Html | readonly Html[] | null | false;

/** Markup with values filled in. What is null or false is left out. */
export const html = (parts: TemplateStringsArray, ...values: readonly Piece[]): Html =>
  new Html(parts.map((part, place) => part + filledIn(values[place] ?? null)).join(''));

function filledIn(value: Piece): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'object' ? value.map(({ text }) => text).join('\n') : escapeHtml(String(value));
}
