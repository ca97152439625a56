import type { associationsWordingEn } from './associations.wording.en.ts';

export const associationsWordingFr: Record<keyof typeof associationsWordingEn, string> = {
  'associations.support.byMail': 'Besoin d’aide? {name}\u00A0: {email}.',
  'associations.support.byMailOrPhone': 'Besoin d’aide? {name}\u00A0: {email} ou {phone}.',
  'associations.support.byMailOrPhones': 'Besoin d’aide? {name}\u00A0: {email}, {phone} ou {tollFree}.',

  'AssociationKind.NATIONAL': 'Organisme national',
  'AssociationKind.INSTITUTE': 'Institut provincial ou territorial',
  'AssociationKind.SECTION': 'Section',
  'AssociationKind.CHAPTER': 'Chapitre',

  'LanguagePolicy.FR_ONLY': 'Français',
  'LanguagePolicy.FR_FIRST_CHOICE': 'Français d’abord, anglais sur demande',
  'LanguagePolicy.BILINGUAL_CHOICE': 'Français ou anglais, au choix',

  'IdentifierPolicy.USERNAME': 'Nom d’utilisateur',
  'IdentifierPolicy.EMAIL': 'Adresse courriel',

  'DocumentKind.TERMS': 'Conditions d’utilisation',
  'DocumentKind.PRIVACY': 'Avis de confidentialité',

  'RealmMode.TEST': 'Essai',
  'RealmMode.LIVE': 'Réel',

  'StaffRole.ADMIN': 'Administration',
  'StaffRole.MEMBERSHIP': 'Adhésions',
  'StaffRole.FINANCE': 'Finances',
  'StaffRole.LEARNING': 'Formation professionnelle continue',
  'StaffRole.INSURANCE': 'Assurance',
  'StaffRole.READER': 'Consultation seulement',

  'StaffReach.NODE': 'Cette association',
  'StaffReach.NODE_AND_BELOW': 'Cette association et celles qui en relèvent',
};
