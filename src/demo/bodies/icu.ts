import { AssociationKind, IdentifierPolicy, LanguagePolicy } from '../../modules/associations/index.ts';
import type { DemoBody } from './demo-body.ts';

/** Canadian Institute of Planners. */
export const icu: DemoBody = {
  parent: null,
  sections: [],
  association: {
    code: 'icu',
    kind: AssociationKind.NATIONAL,
    independent: false,
    nameFr: 'Institut canadien des urbanistes',
    nameEn: 'Canadian Institute of Planners',
    shortNameFr: 'ICU',
    shortNameEn: 'CIP',
    provinces: [],
    homeProvince: 'ON',
    timeZone: 'America/Toronto',
    yearStartsOn: '01-01',
    languagePolicy: LanguagePolicy.BILINGUAL_CHOICE,
    identifierPolicy: IdentifierPolicy.EMAIL,
    usernameCase: 'IGNORED',
    passwordProfile: 'LENGTH',
    invitationMismatch: 'VERIFY',
    invitationDays: 30,
    senderNameFr: 'ICU – Espace membres',
    senderNameEn: 'CIP – Member Area',
    senderAddress: 'membres@icu.example',
    postalAddress: '100, rue de l’Exemple, Ottawa ON  K1P 1A1',
    supportEmail: 'membership@cip-icu.ca',
    supportPhone: '+18002072138',
    websiteFr: 'https://www.cip-icu.ca/fr/',
    websiteEn: 'https://www.cip-icu.ca/',
    brandColour: '#0b5d4e',
    brandTextColour: '#ffffff',
  },
};
