import { institute } from './institute.ts';

/** British Columbia and Yukon. Independent: the national institute's staff do not reach in. */
export const pibc = institute({
  code: 'pibc',
  independent: true,
  nameFr: 'Planning Institute of British Columbia',
  nameEn: 'Planning Institute of British Columbia',
  shortNameFr: 'PIBC',
  shortNameEn: 'PIBC',
  provinces: ['BC', 'YT'],
  timeZone: 'America/Vancouver',
  senderNameFr: 'PIBC',
  senderNameEn: 'PIBC',
  senderAddress: 'members@pibc.example',
  postalAddress: '300 Example Street, Vancouver BC  V6B 1A1',
  supportEmail: 'info@pibc.bc.ca',
  supportPhone: null,
  websiteFr: 'https://www.pibc.bc.ca/',
  websiteEn: 'https://www.pibc.bc.ca/',
  brandColour: '#00539b',
  brandTextColour: '#ffffff',
});
