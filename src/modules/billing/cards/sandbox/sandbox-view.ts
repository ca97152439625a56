import { createHash } from 'node:crypto';
import { LOCALES, type Locale } from '../../../../kernel/locale.ts';
import { escapeHtml } from '../../../../platform/mail/escape-html.ts';
import { formatMoney } from '../../../../platform/wording/money-in-words.ts';
import type { Wording } from '../../../../platform/wording/wording.ts';
import type { DeclineReason } from '../../payment-gateway.ts';
import { SANDBOX_PATH } from './sandbox-gateway.ts';
import type { SandboxPage } from './sandbox-rows.ts';
import { TEST_CARD_NAMES, TEST_CARDS } from './test-cards.ts';

const STYLE = `
  :root { color-scheme: light dark; --ink: #1c1c1c; --paper: #ffffff; --line: #767c83; --link: #0b4f9c; }
  @media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #161616; --line: #9aa0a6; --link: #9cc7ff; } }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 40rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  a { color: var(--link); display: inline-block; padding: .6rem 0; }
  :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
  fieldset { border: 1px solid var(--line); border-radius: 4px; margin: 1rem 0; }
  label { display: flex; gap: .6rem; align-items: baseline; min-height: 2rem; padding: .2rem 0; }
  button { font: inherit; font-weight: bold; color: var(--paper); background: var(--ink); border: 0; border-radius: 4px; padding: .6rem 1rem; min-height: 2.75rem; cursor: pointer; }
  [role=alert] { border: 2px solid var(--ink); padding: .6rem; }
  dt { font-weight: bold; } dd { margin: 0 0 .5rem; }`;

const STYLE_DIGEST = createHash('sha256').update(STYLE).digest('base64');
const NAMES: Readonly<Record<Locale, string>> = { 'fr-CA': 'Français', 'en-CA': 'English' };

/** What a page of the sandbox may do: send its form here, from where browsers are sent on to the site. */
export const sandboxPolicy = (returnUrl: string | null): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_DIGEST}'`,
    'img-src data:',
    `form-action 'self'${returnUrl === null ? '' : ` ${new URL(returnUrl).origin}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export type SandboxNotice =
  { readonly declined: DeclineReason } | 'PAID' | 'CANCELLED' | 'PROCESSING' | 'SILENCE';

/** The order with a card to choose; with a notice instead, once there is nothing more to choose. */
export function drawSandboxPage(wording: Wording, page: SandboxPage, notice: SandboxNotice | null): string {
  const say = sayIn(wording);
  const declined = notice !== null && typeof notice === 'object' ? notice.declined : null;
  return draw(
    wording,
    page.reference,
    `<p>${say('explanation')}</p>
<dl>
<dt>${say('purpose')}</dt><dd>${escapeHtml(page.description)}</dd>
<dt>${say('amount')}</dt><dd>${escapeHtml(formatMoney(page.cents, wording.locale))}</dd>
</dl>
${declined === null ? '' : `<p role="alert">${escapeHtml(wording.of(`DeclineReason.${declined}`))} ${say('another')}</p>`}
${typeof notice === 'string' ? `<p role="alert">${say(`notice.${notice}`)}</p>` : drawForm(wording, page)}
<p><a href="${escapeHtml(page.returnUrl)}">${say('back')}</a></p>`,
  );
}

export const drawNoSandboxPage = (wording: Wording): string =>
  draw(wording, null, `<p role="alert">${sayIn(wording)('absent')}</p>`);

function drawForm(wording: Wording, { reference }: SandboxPage): string {
  const say = sayIn(wording);
  const cards = TEST_CARD_NAMES.map(
    (name, place) =>
      `<label><input type="radio" name="card" value="${name}"${place === 0 ? ' checked' : ''}> <span>${escapeHtml(
        wording.of(`cards.sandbox.card.${name}`, { digits: TEST_CARDS[name].lastDigits }),
      )}</span></label>`,
  );
  return `<form method="post" action="${addressOf(reference, wording.locale)}">
<fieldset>
<legend>${say('choose')}</legend>
${cards.join('\n')}
</fieldset>
<button type="submit">${say('pay')}</button>
</form>`;
}

const sayIn =
  (wording: Wording) =>
  (key: string): string =>
    escapeHtml(wording.of(`cards.sandbox.${key}`));

const addressOf = (reference: string, locale: Locale): string =>
  `${SANDBOX_PATH}/${encodeURIComponent(reference)}?lang=${locale}`;

function draw(wording: Wording, reference: string | null, content: string): string {
  const title = sayIn(wording)('title');
  const others = LOCALES.filter(other => other !== wording.locale).map(
    other =>
      `<a href="${addressOf(reference ?? '', other)}" lang="${other}" hreflang="${other}">${NAMES[other]}</a>`,
  );
  return `<!doctype html>
<html lang="${wording.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
${reference === null ? '' : `<nav aria-label="${sayIn(wording)('language')}">${others.join('\n')}</nav>`}
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}
