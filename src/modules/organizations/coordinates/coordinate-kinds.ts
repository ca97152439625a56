export const ADDRESS_KINDS = ['HEAD_OFFICE', 'BRANCH', 'MAILING', 'BILLING'] as const;
export const PHONE_KINDS = ['OFFICE', 'MOBILE', 'TOLL_FREE', 'FAX'] as const;
export const EMAIL_KINDS = ['GENERAL', 'BILLING', 'MEDIA'] as const;
export const WEBSITE_KINDS = ['SITE', 'SOCIAL_MEDIA', 'PORTFOLIO'] as const;

export type AddressKind = (typeof ADDRESS_KINDS)[number];
export type PhoneKind = (typeof PHONE_KINDS)[number];
export type EmailKind = (typeof EMAIL_KINDS)[number];
export type WebsiteKind = (typeof WEBSITE_KINDS)[number];

/** Where somebody sends one thing to one place, there is one answer. */
export const ONE_OF_KIND: readonly AddressKind[] = ['HEAD_OFFICE', 'MAILING', 'BILLING'];
