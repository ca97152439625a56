import { AssociationKind, IdentifierPolicy, LanguagePolicy } from '../../modules/associations/index.ts';
import type { DemoBody } from './demo-body.ts';

/** Sport parachuting. People are affiliates and sign in with their e-mail address. */
export const acps: DemoBody = {
  parent: null,
  sections: [],
  association: {
    code: 'acps',
    kind: AssociationKind.NATIONAL,
    independent: true,
    nameFr: 'Association canadienne de parachutisme sportif',
    nameEn: 'Canadian Sport Parachuting Association',
    shortNameFr: 'ACPS',
    shortNameEn: 'CSPA',
    provinces: [],
    homeProvince: 'ON',
    timeZone: 'America/Toronto',
    yearStartsOn: '01-01',
    languagePolicy: LanguagePolicy.BILINGUAL_CHOICE,
    identifierPolicy: IdentifierPolicy.EMAIL,
    usernameCase: 'IGNORED',
    passwordProfile: 'LENGTH',
    invitationMismatch: 'ALLOW',
    invitationDays: 30,
    senderNameFr: 'ACPS – Affiliations',
    senderNameEn: 'CSPA – Affiliations',
    senderAddress: 'affiliations@acps.example',
    postalAddress: '1100 Example Road, Russell ON  K4R 1A1',
    supportEmail: 'office@cspa.ca',
    supportPhone: null,
    websiteFr: 'https://www.cspa.ca/fr',
    websiteEn: 'https://www.cspa.ca/en',
    brandColour: '#b3001b',
    brandTextColour: '#ffffff',
  },
};
