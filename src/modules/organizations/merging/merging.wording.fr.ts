import type { mergingWordingEn } from './merging.wording.en.ts';

export const mergingWordingFr: Record<keyof typeof mergingWordingEn, string> = {
  'OrganizationPart.LEGAL_NAME': 'Dénomination sociale',
  'OrganizationPart.PUBLIC_NAMES': 'Noms publics',
  'OrganizationPart.EMAIL': 'Adresse courriel',
  'OrganizationPart.PHONE': 'Téléphone',
  'OrganizationPart.WEBSITE': 'Site Web',
  'OrganizationPart.ADDRESS': 'Adresse postale',

  'organizations.mail.merged.subject': '{kept} et {other} ne font plus qu’un seul dossier',
  'organizations.mail.merged.text':
    'La même organisation avait deux dossiers ({association})\u00A0: {kept} et {other}. Ils n’en font plus qu’un, au nom suivant\u00A0: {kept}. Les délégués, les sections et les invitations y sont réunis, et le délégué principal y reste en place.',
  'organizations.mail.parted.subject': '{kept} et {other} sont de nouveau deux dossiers',
  'organizations.mail.parted.text':
    'Les dossiers suivants avaient été fusionnés ({association})\u00A0: {kept} et {other}. La fusion est annulée\u00A0: chacun a de nouveau les délégués, les sections et les invitations qu’il avait.',
};
