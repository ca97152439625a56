import { institute } from './institute.ts';

/** Ontario. Bills its members for both institutes. */
export const oppi = institute({
  code: 'oppi',
  independent: false,
  nameFr: 'Institut des planificateurs professionnels de l’Ontario',
  nameEn: 'Ontario Professional Planners Institute',
  shortNameFr: 'IPPO',
  shortNameEn: 'OPPI',
  provinces: ['ON'],
  timeZone: 'America/Toronto',
  senderNameFr: 'IPPO – Espace membres',
  senderNameEn: 'OPPI – Member Area',
  senderAddress: 'members@oppi.example',
  postalAddress: '200 Example Street, Toronto ON  M5C 1A1',
  supportEmail: 'membership@oppi.example',
  supportPhone: '+14165550142',
  websiteFr: 'https://ontarioplanners.ca/',
  websiteEn: 'https://ontarioplanners.ca/',
  brandColour: '#1c4e80',
  brandTextColour: '#ffffff',
});
