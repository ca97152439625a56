/** The pages that links in mails open. */
export const CLIENT_PAGES = [
  'INVITATION',
  'PASSWORD_RESET',
  'EMAIL_CONFIRMATION',
  'RENEWAL',
  'INVOICE',
  'PREFERENCES',
  'SIGNED_OUT',
] as const;

export type ClientPage = (typeof CLIENT_PAGES)[number];
