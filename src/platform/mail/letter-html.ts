import { escapeHtml } from './escape-html.ts';
import type { LetterPart } from './letter.ts';
import { readableColours, type Colours } from './readable-colours.ts';
import type { LetterSheet } from './letter-sheet.ts';

/** Mail programs drop most of a style sheet, so each element carries its own style; the sheet only serves the dark. */
const DARK = `
  :root { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background: #121212 !important; }
    .sheet { background: #1e1e1e !important; color: #f2f2f2 !important; }
    .quiet, .quiet a { color: #cfcfcf !important; }
    .address { color: #9cc7ff !important; }
    .code { background: #2d2d2d !important; color: #ffffff !important; }
  }`;
const FONT = "font-family: 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;";
const WRAP = 'overflow-wrap: anywhere; word-break: break-word;';

/** The language is said twice, because mail programs in a browser drop the root element. */
export function letterHtml(sheet: LetterSheet): string {
  const { wording, sender, subject, parts } = sheet;
  const colours = readableColours(sender.colour, sender.textColour);
  return `<!doctype html>
<html lang="${wording.locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${DARK}
</style>
</head>
<body class="page" style="margin: 0; padding: 0; background: #f0f2f4;">
<main lang="${wording.locale}" dir="ltr">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse: collapse;"><tr><td align="center" style="padding: 16px 8px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="sheet" style="max-width: 600px; border-collapse: collapse; background: #ffffff; color: #1c1c1c; text-align: left; ${FONT} font-size: 16px; line-height: 1.5;">
<tr><td style="padding: 16px 24px; background: ${colours.background}; color: ${colours.text}; font-size: 18px; font-weight: bold;">${escapeHtml(sender.name)}</td></tr>
<tr><td style="padding: 24px;">
<h1 style="margin: 0 0 16px; font-size: 22px; line-height: 1.3;">${escapeHtml(subject)}</h1>
${parts.map(part => partHtml(sheet, part, colours)).join('\n')}
</td></tr>
<tr><td class="quiet" style="padding: 16px 24px; border-top: 1px solid #c4c8cc; color: #55595e; font-size: 14px;">
${footerHtml(sheet)}
</td></tr>
</table>
</td></tr></table>
</main>
</body>
</html>
`;
}

const paragraph = (html: string, style = ''): string => `<p style="margin: 0 0 16px; ${style}">${html}</p>`;
const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

function partHtml({ wording }: LetterSheet, part: LetterPart, colours: Colours): string {
  switch (part.kind) {
    case 'TEXT':
      return part.text
        .trim()
        .split(/\n{2,}/)
        .map(text => paragraph(lines(text)))
        .join('\n');
    case 'CODE': {
      const label = escapeHtml(wording.of('mail.letter.labelled', { label: part.label }));
      const code = `<span class="code" style="display: inline-block; padding: 8px 16px; background: #eef1f4; color: #1c1c1c; border-radius: 6px; font-family: Consolas, Menlo, 'Courier New', monospace; font-size: 26px; font-weight: bold; letter-spacing: 2px; ${WRAP}">${escapeHtml(part.code)}</span>`;
      return paragraph(`${label}<br>${code}`);
    }
    case 'ACTION': {
      const href = escapeHtml(part.url);
      const button = `<a href="${href}" style="display: inline-block; padding: 12px 24px; background: ${colours.background}; color: ${colours.text}; border-radius: 6px; font-weight: bold; text-decoration: none;">${escapeHtml(part.label)}</a>`;
      const plain = `${escapeHtml(wording.of('mail.letter.plainAddress'))}<br><a class="address" href="${href}" style="color: #0b4f9c; ${WRAP}">${href}</a>`;
      return `${paragraph(button)}\n${paragraph(plain, 'font-size: 14px;')}`;
    }
  }
}

function footerHtml({ sender, postalAddress, contact, reason }: LetterSheet): string {
  const identity = [
    `<strong>${escapeHtml(sender.name)}</strong>`,
    ...[...postalAddress, sender.website].map(escapeHtml),
  ];
  const address = escapeHtml(sender.supportEmail);
  const mailto = encodeURIComponent(sender.supportEmail).replace('%40', '@');
  const link = `<a href="mailto:${mailto}" style="color: #55595e;">${address}</a>`;
  const reachable = escapeHtml(contact).split(address).join(link);
  return [identity.join('<br>'), reachable, escapeHtml(reason)].map(html => paragraph(html)).join('\n');
}
