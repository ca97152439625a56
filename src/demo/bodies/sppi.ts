import { institute } from './institute.ts';

/** Saskatchewan, which never changes its clocks. */
export const sppi = institute({
  code: 'sppi',
  independent: false,
  nameFr: 'Saskatchewan Professional Planners Institute',
  nameEn: 'Saskatchewan Professional Planners Institute',
  shortNameFr: 'SPPI',
  shortNameEn: 'SPPI',
  provinces: ['SK'],
  timeZone: 'America/Regina',
  senderNameFr: 'SPPI',
  senderNameEn: 'SPPI',
  senderAddress: 'members@sppi.example',
  postalAddress: '500 Example Street, Regina SK  S4P 1A1',
  supportEmail: 'membership@sppi.example',
  supportPhone: '+13065550142',
  websiteFr: 'https://sppi.ca/',
  websiteEn: 'https://sppi.ca/',
  brandColour: '#2f5d1e',
  brandTextColour: '#ffffff',
});
