import { AssociationKind, IdentifierPolicy, LanguagePolicy } from '../../modules/associations/index.ts';
import type { DemoBody } from './demo-body.ts';

/** Media producers of Québec. Its year starts on April 1; usernames are told apart by case, as its guide promises. */
export const aqpm: DemoBody = {
  parent: null,
  association: {
    code: 'aqpm',
    kind: AssociationKind.INSTITUTE,
    independent: true,
    nameFr: 'Association québécoise de la production médiatique',
    nameEn: 'Association québécoise de la production médiatique',
    shortNameFr: 'AQPM',
    shortNameEn: 'AQPM',
    provinces: ['QC'],
    timeZone: 'America/Toronto',
    yearStartsOn: '04-01',
    languagePolicy: LanguagePolicy.FR_FIRST_CHOICE,
    identifierPolicy: IdentifierPolicy.USERNAME,
    usernameCase: 'EXACT',
    passwordProfile: 'COMPOSITION',
    invitationMismatch: 'VERIFY',
    invitationDays: 30,
    senderNameFr: 'AQPM – Portail membres',
    senderNameEn: 'AQPM – Member Portal',
    senderAddress: 'portail@aqpm.example',
    postalAddress: '1000, rue de l’Exemple, Montréal QC  H2X 1A1',
    supportEmail: 'soutien@aqpm.example',
    supportPhone: '+15145550142',
    websiteFr: 'https://www.aqpm.ca/',
    websiteEn: 'https://www.aqpm.ca/en/',
    brandColour: '#8a1538',
    brandTextColour: '#ffffff',
  },
  sections: [
    { code: 'television', nameFr: 'Télévision', nameEn: 'Television' },
    { code: 'cinema', nameFr: 'Cinéma', nameEn: 'Film' },
    { code: 'documentaire', nameFr: 'Documentaire', nameEn: 'Documentary' },
    { code: 'numerique', nameFr: 'Numérique', nameEn: 'Digital' },
  ],
};
