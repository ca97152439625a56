import type { FastifyRequest } from 'fastify';
import { chooseLocale, LOCALES, type Locale } from '../../../kernel/locale.ts';
import { headerOf } from '../../../platform/http/request-context.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import { localesOf } from './draw-page.ts';

/** By which a page says in which language it was opened. */
const ASKED = 'lang';

/**
 * The language of a page: the one that the person chose here, else the one in which the site spoke to them, else the
 * browser's; and one of those in which the association speaks.
 */
export function localeOfPage(
  request: Pick<FastifyRequest, 'query' | 'headers'>,
  association: AssociationEntity | null,
  siteAsked?: unknown,
): Locale {
  const chosen = (request.query as Record<string, unknown>)[ASKED];
  const wish =
    LOCALES.find(locale => locale === chosen) ??
    localeOfSite(siteAsked) ??
    chooseLocale(headerOf(request, 'accept-language') ?? undefined, 'fr-CA');
  return spokenLocale(wish, association);
}

/** The language that is wished for, where the association speaks it. */
export function spokenLocale(wish: Locale, association: AssociationEntity | null): Locale {
  const offered = localesOf(association);
  return offered.includes(wish) ? wish : (offered[0] ?? 'fr-CA');
}

export const inLocale = (path: string, locale: Locale): string => `${path}?${ASKED}=${locale}`;

/** `ui_locales` of OpenID Connect: names of languages, the dearest first. */
function localeOfSite(asked: unknown): Locale | null {
  if (typeof asked !== 'string') return null;
  const names = asked.split(' ').map(name => name.slice(0, 2).toLowerCase());
  const name = names.find(wish => LOCALES.some(locale => locale.startsWith(wish)));
  return LOCALES.find(locale => name !== undefined && locale.startsWith(name)) ?? null;
}
