import { institute } from './institute.ts';

/** Alberta, Northwest Territories and Nunavut. */
export const appi = institute({
  code: 'appi',
  independent: false,
  nameFr: 'Alberta Professional Planners Institute',
  nameEn: 'Alberta Professional Planners Institute',
  shortNameFr: 'APPI',
  shortNameEn: 'APPI',
  provinces: ['AB', 'NT', 'NU'],
  timeZone: 'America/Edmonton',
  senderNameFr: 'APPI',
  senderNameEn: 'APPI',
  senderAddress: 'members@appi.example',
  postalAddress: '400 Example Avenue, Edmonton AB  T5J 1A1',
  supportEmail: 'membership@appi.example',
  supportPhone: '+17805550142',
  websiteFr: 'https://www.albertaplanners.com/',
  websiteEn: 'https://www.albertaplanners.com/',
  brandColour: '#7a1f3d',
  brandTextColour: '#ffffff',
});
