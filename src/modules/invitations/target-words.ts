import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { inLanguage, type AssociationEntity } from '../associations/index.ts';
import { nameOfOrganization, organizationById } from '../organizations/index.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import type { TargetWords } from './invitation.mails.ts';

type Target = Pick<InvitationEntity, 'targetKind' | 'organizationId' | 'delegateRoles' | 'staffRole'>;

/** What an invitation leads to, in a reader's language. */
export async function targetWords(context: Context, target: Target, locale: Locale): Promise<TargetWords> {
  return {
    kind: target.targetKind,
    organization: await organizationName(context, target.organizationId, locale),
    roles: target.delegateRoles,
    staffRole: target.staffRole,
  };
}

export async function organizationName(
  context: Context,
  organizationId: string | null,
  locale: Locale,
): Promise<string | null> {
  const organization = organizationId === null ? null : await context.load(organizationById, organizationId);
  return organization && nameOfOrganization(organization, locale);
}

export const associationName = (association: AssociationEntity, locale: Locale): string =>
  inLanguage(locale, association.nameFr, association.nameEn);
