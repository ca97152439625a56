import type { Locale } from '../../kernel/locale.ts';

/** The pages that links in mails and letters open. */
export const CLIENT_PAGES = [
  'INVITATION',
  'PASSWORD_RESET',
  'COMPLETION',
  'EMAIL_CONFIRMATION',
  'RENEWAL',
  'INVOICE',
  'PREFERENCES',
  'SIGNED_OUT',
] as const;

export type ClientPage = (typeof CLIENT_PAGES)[number];

/** On which a password is chosen. */
export const TAKES_PASSWORD: readonly ClientPage[] = ['PASSWORD_RESET', 'COMPLETION'];

/** Where the realm's own page stands that serves whoever has none: its language and its kind, and never a secret. */
export const realmPagePath = (page: ClientPage, locale: Locale): string =>
  `/realm/${locale.slice(0, 2)}/${page.toLowerCase().replaceAll('_', '-')}`;
