import { AssociationKind, IdentifierPolicy, LanguagePolicy } from '../../modules/associations/index.ts';
import type { DemoBody } from './demo-body.ts';

/** A professional order of Québec: a tree of its own, which serves its members in French alone. */
export const ouq: DemoBody = {
  parent: null,
  sections: [],
  association: {
    code: 'ouq',
    kind: AssociationKind.INSTITUTE,
    independent: true,
    nameFr: 'Ordre des urbanistes du Québec',
    nameEn: 'Ordre des urbanistes du Québec',
    shortNameFr: 'OUQ',
    shortNameEn: 'OUQ',
    provinces: ['QC'],
    timeZone: 'America/Toronto',
    yearStartsOn: '04-01',
    languagePolicy: LanguagePolicy.FR_ONLY,
    identifierPolicy: IdentifierPolicy.EMAIL,
    usernameCase: 'IGNORED',
    passwordProfile: 'LENGTH',
    invitationMismatch: 'REFUSE',
    invitationDays: 30,
    senderNameFr: 'OUQ',
    senderNameEn: 'OUQ',
    senderAddress: 'membres@ouq.example',
    postalAddress: '900, rue de l’Exemple, Montréal QC  H2Y 1A1',
    supportEmail: 'info@ouq.example',
    supportPhone: '+15145550190',
    websiteFr: 'https://www.ouq.qc.ca/',
    websiteEn: 'https://www.ouq.qc.ca/',
    brandColour: '#5a2a6b',
    brandTextColour: '#ffffff',
  },
};
