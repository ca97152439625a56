import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { inLanguage, LanguagePolicy, type AssociationEntity } from '../../associations/index.ts';
import { html, Html } from './html.ts';
import { styleOf } from './page-style.ts';

/** How a page of the realm looks: in whose colours, and in which language. */
export interface Look {
  readonly wording: Wording;
  /** Null where nobody sent the person: the realm speaks for itself. */
  readonly association: AssociationEntity | null;
  /** Of this same page in a language. */
  readonly addressIn: (locale: Locale) => string;
}

export interface Page {
  readonly title: string;
  readonly content: Html;
  /** Where forms may lead besides back here: browsers hold the policy against each redirect that follows. */
  readonly leadsTo?: readonly string[];
  /** Of our own; the page does without where scripts do not run. */
  readonly script?: string;
  /** Whether it has a form. Where nothing is asked, nothing may be sent from here, and nobody learns of the address. */
  readonly asks?: boolean;
}

const NAMES: Readonly<Record<Locale, string>> = { 'fr-CA': 'Français', 'en-CA': 'English' };

/** The languages in which this association's people are spoken to. */
export const localesOf = (
  association: Pick<AssociationEntity, 'languagePolicy'> | null,
): readonly Locale[] => (association?.languagePolicy === LanguagePolicy.FR_ONLY ? ['fr-CA'] : LOCALES);

/** Sends a page that runs nothing, is kept nowhere and lets itself be framed by nobody. */
export function sendPage(reply: FastifyReply, look: Look, page: Page, status = 200): FastifyReply {
  const { headers, body } = drawPage(look, page);
  return reply.code(status).headers(headers).send(body);
}

/** The page and its headers, for those who answer without Fastify. */
export function drawPage(
  look: Look,
  page: Page,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const { association, wording } = look;
  const style = styleOf(association);
  return {
    headers: {
      'cache-control': 'no-store',
      'content-language': wording.locale,
      'content-security-policy': policyOf(style, association, page),
      'content-type': 'text/html; charset=utf-8',
      // Browsers tell where a form comes from only to those to whom they would send a referrer.
      'referrer-policy': page.asks === false ? 'no-referrer' : 'same-origin',
    },
    body: draw(look, page, style).text,
  };
}

function policyOf(
  style: string,
  association: AssociationEntity | null,
  { leadsTo = [], script, asks = true }: Page,
): string {
  const logo = association?.brandLogoUrl;
  const originOf = (address: string): string => new URL(address).origin;
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    ['img-src data:', ...(logo ? [originOf(logo)] : [])].join(' '),
    "base-uri 'none'",
    ...(script === undefined ? [] : ["script-src 'self'"]),
    asks ? ["form-action 'self'", ...new Set(leadsTo.map(originOf))].join(' ') : "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function draw(
  { wording, association, addressIn }: Look,
  { title, content, script }: Page,
  style: string,
): Html {
  const { locale } = wording;
  const name = association && inLanguage(locale, association.nameFr, association.nameEn);
  const others = localesOf(association).filter(other => other !== locale);
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${name === null ? title : `${title} – ${name}`}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${style}</style>`)}
        ${script !== undefined && html`<script src="${script}" defer></script>`}
      </head>
      <body>
        <header>
          <p>
            ${
              association?.brandLogoUrl != null && html`<img src="${association.brandLogoUrl}" alt="" />`
            }${name ?? wording.of('signOn.page.realm')}
          </p>
        </header>
        ${
          others.length > 0 &&
          html`<nav aria-label="${wording.of('signOn.realmPage.language')}">
            ${others.map(
              other =>
                html`<a href="${addressIn(other)}" lang="${other}" hreflang="${other}">${NAMES[other]}</a>`,
            )}
          </nav>`
        }
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `;
}
