import type { Locale } from '../../kernel/locale.ts';
import { inLanguage } from '../associations/index.ts';
import type { OrganizationEntity } from './organization.entity.ts';

/** The public name in a reader's language. */
export const nameOf = (
  { publicNameFr, publicNameEn }: Pick<OrganizationEntity, 'publicNameFr' | 'publicNameEn'>,
  locale: Locale,
): string => inLanguage(locale, publicNameFr, publicNameEn);
