import type { Wording } from '../wording/wording.ts';
import { escapeHtml } from './escape-html.ts';
import type { ReceivedMail } from './mailbox.ts';

export const MAILBOX_PATH = '/dev/mailbox';

const STYLE = `
  :root { color-scheme: light dark; --ink: #1c1c1c; --paper: #ffffff; --quiet: #55595e; --line: #8a9097; --link: #0b4f9c; }
  @media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #161616; --quiet: #c4c8cc; --line: #858b92; --link: #9cc7ff; } }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  a { color: var(--link); }
  :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
  form, nav { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 1rem 0; }
  input, button { font: inherit; color: inherit; background: inherit; border: 1px solid var(--line); border-radius: 4px; padding: .4rem .6rem; max-width: 100%; min-height: 2.75rem; }
  button { cursor: pointer; }
  nav a { display: inline-block; padding: .6rem 0; }
  ul { padding: 0; list-style: none; }
  ul.mails li { border-top: 1px solid var(--line); padding: .75rem 0; }
  ul.mails a { font-weight: bold; }
  .quiet { color: var(--quiet); }
  dt { color: var(--quiet); } dd { margin: 0 0 .5rem; }
  pre { border: 1px solid var(--line); padding: 1rem; white-space: pre-wrap; font: inherit; }
  iframe { width: 100%; height: 44rem; border: 1px solid var(--line); background: #ffffff; }`;

const page = (wording: Wording, title: string, body: string): string => `<!doctype html>
<html lang="${wording.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;

export function mailListPage(wording: Wording, mails: readonly ReceivedMail[], recipient: string): string {
  const say = sayIn(wording);
  const here = recipient === '' ? MAILBOX_PATH : `${MAILBOX_PATH}?to=${encodeURIComponent(recipient)}`;
  const all = recipient === '' ? '' : `<a href="${MAILBOX_PATH}">${say('all')}</a>`;
  const none = recipient === '' ? say('empty') : say('emptyFor', { recipient });
  const items = mails.map(mail => listItem(wording, mail)).join('\n');
  return page(
    wording,
    wording.of('mail.mailbox.title'),
    `<p>${say('explanation')}</p>
<form method="get" action="${MAILBOX_PATH}" role="search">
<label for="to">${say('recipient')}</label>
<input id="to" name="to" type="text" inputmode="email" autocomplete="off" spellcheck="false" value="${escapeHtml(recipient)}">
<button type="submit">${say('filter')}</button>
</form>
<nav><a href="${escapeHtml(here)}">${say('refresh')}</a>${all}</nav>
<p role="status">${mails.length === 0 ? none : say('count', { count: mails.length })}</p>
${mails.length === 0 ? '' : `<ul class="mails">\n${items}\n</ul>`}`,
  );
}

export function mailPage(wording: Wording, mail: ReceivedMail): string {
  const say = sayIn(wording);
  const title = mail.subject || wording.of('mail.mailbox.noSubject');
  const links = mail.links
    .map(link => `<li><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></li>`)
    .join('\n');
  const lang = mail.locale === null ? '' : ` lang="${escapeHtml(mail.locale)}"`;
  return page(
    wording,
    title,
    `<nav><a href="${MAILBOX_PATH}">${say('back')}</a></nav>
<dl>
<dt>${say('from')}</dt><dd>${escapeHtml(mail.from)}</dd>
<dt>${say('to')}</dt><dd>${escapeHtml(mail.to.join(', '))}</dd>
<dt>${say('date')}</dt><dd>${instant(wording, mail.receivedAt)}</dd>
</dl>
<h2>${say('links')}</h2>
${mail.links.length === 0 ? `<p>${say('noLinks')}</p>` : `<ul>\n${links}\n</ul>`}
<h2 id="text">${say('text')}</h2>
<pre${lang}>${escapeHtml(mail.text)}</pre>
<h2>${say('html')}</h2>
${htmlFrame(say, mail)}`,
  );
}

export function absentMailPage(wording: Wording): string {
  const say = sayIn(wording);
  const title = wording.of('mail.mailbox.title');
  return page(
    wording,
    title,
    `<p>${say('absent')}</p>\n<nav><a href="${MAILBOX_PATH}">${say('back')}</a></nav>`,
  );
}

type Say = (key: string, values?: Record<string, unknown>) => string;

const sayIn =
  (wording: Wording): Say =>
  (key, values) =>
    escapeHtml(wording.of(`mail.mailbox.${key}`, values));

function listItem(wording: Wording, { id, subject, receivedAt, to, locale }: ReceivedMail): string {
  const title = subject || wording.of('mail.mailbox.noSubject');
  const lang = locale === null || subject === '' ? '' : ` lang="${escapeHtml(locale)}"`;
  const facts = `${escapeHtml(to.join(', '))} · ${instant(wording, receivedAt)}`;
  return `<li><a href="${MAILBOX_PATH}/${id}"${lang}>${escapeHtml(title)}</a><br><span class="quiet">${facts}</span></li>`;
}

/** The mail runs nothing and reaches nothing; its links open beside it, outside of the sandbox. */
function htmlFrame(say: Say, { html }: ReceivedMail): string {
  if (html === null) return `<p>${say('noHtml')}</p>`;
  const framed = escapeHtml(html.replace(/<head>/i, '<head><base target="_blank">'));
  return `<iframe title="${say('html')}" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${framed}"></iframe>`;
}

function instant({ locale }: Wording, at: Date): string {
  const shown = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' }).format(at);
  return `<time datetime="${at.toISOString()}">${escapeHtml(shown)}</time>`;
}
