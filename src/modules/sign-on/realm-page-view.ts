import { createHash } from 'node:crypto';
import type { Locale } from '../../kernel/locale.ts';
import { escapeHtml } from '../../platform/mail/escape-html.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { CLIENT_PAGES, realmPagePath, type ClientPage } from '../integrations/index.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1c1c; --paper: #ffffff; --link: #0b4f9c; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #161616; --link: #9cc7ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
nav a { display: inline-block; padding: .6rem 0; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
`;

/** The page runs nothing, and its address holds a secret: nothing may be asked of anybody from here. */
export const REALM_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const OTHER: Record<Locale, { readonly locale: Locale; readonly name: string }> = {
  'fr-CA': { locale: 'en-CA', name: 'English' },
  'en-CA': { locale: 'fr-CA', name: 'Français' },
};

/** What the page says besides its title: paragraphs, then what to do. */
interface Sentences {
  readonly said: readonly string[];
  readonly todo: readonly string[];
}

const UNDATED: Sentences = { said: ['absent', 'unchanged', 'stillGood'], todo: ['write', 'keepSecret'] };
const DATED: Sentences = { ...UNDATED, said: ['absent', 'unchanged', 'stillGoodUntil'] };

/** All that the realm has a page for that only informs. */
export type InformationPage = Exclude<ClientPage, 'PASSWORD_RESET' | 'INVITATION'>;

export const INFORMATION_PAGES = CLIENT_PAGES.filter(
  (page): page is InformationPage => page !== 'PASSWORD_RESET' && page !== 'INVITATION',
);

const SENTENCES: Record<InformationPage, Sentences> = {
  EMAIL_CONFIRMATION: DATED,
  RENEWAL: DATED,
  INVOICE: UNDATED,
  PREFERENCES: UNDATED,
  SIGNED_OUT: { said: ['signedOut.absent', 'signedOut.unchanged'], todo: ['signedOut.return'] },
};

/** One of the realm's own pages, whole. */
export function realmPage(wording: Wording, page: InformationPage): string {
  const say = (key: string): string => escapeHtml(wording.of(`signOn.realmPage.${key}`));
  const paragraphs = (keys: readonly string[]): string => keys.map(key => `<p>${say(key)}</p>`).join('\n');
  const { said, todo } = SENTENCES[page];
  const { locale, name } = OTHER[wording.locale];
  return `<!doctype html>
<html lang="${wording.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${say(`title.${page}`)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="${say('language')}"><a href="${realmPagePath(page, locale)}" lang="${locale}" hreflang="${locale}">${name}</a></nav>
<main>
<h1>${say(`title.${page}`)}</h1>
${paragraphs(said)}
<h2>${say('todo')}</h2>
${paragraphs(todo)}
</main>
</body>
</html>
`;
}
