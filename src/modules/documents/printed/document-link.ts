import { timingSafeEqual } from 'node:crypto';
import { secondsOf } from '../../../kernel/clock.ts';
import { fromPublicId, toPublicId, type SessionId } from '../../../kernel/id.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Parts } from '../../../platform/context.ts';

/** How long a link to a document works. */
export const PRINT_MINUTES = 5;

const LABEL = 'document-link';
export type LinkParameters = Readonly<Record<'locale' | 'session' | 'until' | 'signature', string>>;

export interface PrintingLink {
  readonly sessionId: SessionId;
  /** Null for the document's own. */
  readonly locale: Locale | null;
  readonly until: Date;
}

/** The address from which a session may read a document until an instant, as long as it may read it at all. */
export function printingUrl(
  parts: Pick<Parts, 'vault' | 'settings'>,
  publicId: string,
  { sessionId, locale, until }: PrintingLink,
): string {
  const facts = {
    locale: locale ?? '',
    session: toPublicId('Session', sessionId),
    until: String(secondsOf(until)),
  };
  const query = new URLSearchParams({
    ...facts,
    signature: sign(parts, publicId, facts).toString('base64url'),
  });
  return `${parts.settings.publicUrl}/documents/${publicId}?${query.toString()}`;
}

/** Null for what was not signed here. */
export function readPrintingLink(
  parts: Pick<Parts, 'vault'>,
  publicId: string,
  { signature, ...facts }: LinkParameters,
): PrintingLink | null {
  const [right, given] = [sign(parts, publicId, facts), Buffer.from(signature, 'base64url')];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const sessionId = fromPublicId('Session', facts.session);
  const locale = LOCALES.find(known => known === facts.locale) ?? null;
  return sessionId && { sessionId, locale, until: new Date(Number(facts.until) * 1_000) };
}

/** One that is given twice is none. */
export function linkParameters(query: Readonly<Record<string, unknown>>): LinkParameters {
  const one = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  return { locale: one('locale'), session: one('session'), until: one('until'), signature: one('signature') };
}

const sign = (
  { vault }: Pick<Parts, 'vault'>,
  publicId: string,
  { locale, session, until }: Omit<LinkParameters, 'signature'>,
): Buffer => vault.derive(JSON.stringify([publicId, locale, session, until]), LABEL);
