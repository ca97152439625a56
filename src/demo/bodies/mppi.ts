import { institute } from './institute.ts';

/** Manitoba. */
export const mppi = institute({
  code: 'mppi',
  independent: false,
  nameFr: 'Manitoba Professional Planners Institute',
  nameEn: 'Manitoba Professional Planners Institute',
  shortNameFr: 'MPPI',
  shortNameEn: 'MPPI',
  provinces: ['MB'],
  timeZone: 'America/Winnipeg',
  senderNameFr: 'MPPI',
  senderNameEn: 'MPPI',
  senderAddress: 'members@mppi.example',
  postalAddress: '600 Example Avenue, Winnipeg MB  R3C 1A1',
  supportEmail: 'membership@mppi.example',
  supportPhone: '+12045550142',
  websiteFr: 'http://mppi.mb.ca/',
  websiteEn: 'http://mppi.mb.ca/',
  brandColour: '#4a3b8f',
  brandTextColour: '#ffffff',
});
