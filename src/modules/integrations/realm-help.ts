import { toPublicId, type AssociationId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../../platform/context.ts';
import { registeredPageUrl } from './page-url.ts';

/** What the realm has a form for that asks for mail, whichever sign-in it came from. */
export const REALM_HELP = ['FORGOTTEN_PASSWORD', 'FORGOTTEN_USERNAME'] as const;

export type RealmHelp = (typeof REALM_HELP)[number];

/** By which the address of such a form names whose it is. */
export const HELP_OF = 'association';

/** Without an association: where one is chosen. */
export function realmHelpPath(help: RealmHelp, locale: Locale, associationId: string | null = null): string {
  const path = `/realm/${locale.slice(0, 2)}/${help.toLowerCase().replaceAll('_', '-')}`;
  return associationId === null
    ? path
    : `${path}?${HELP_OF}=${toPublicId('Association', associationId as AssociationId)}`;
}

/** Where somebody starts again by what an association asks: at the site with the page, else on the realm's form. */
export async function helpUrl(
  parts: Pick<Parts, 'db' | 'settings'>,
  help: RealmHelp,
  { associationId, locale }: { readonly associationId: string; readonly locale: Locale },
): Promise<string> {
  const registered = await registeredPageUrl(parts, associationId, 'PASSWORD_RESET', locale);
  return registered ?? `${parts.settings.publicUrl}${realmHelpPath(help, locale, associationId)}`;
}
