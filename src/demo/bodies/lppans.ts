import { institute } from './institute.ts';

/** Nova Scotia, which left the shared pages of the Atlantic institute. */
export const lppans = institute({
  code: 'lppans',
  independent: false,
  nameFr: 'Licensed Professional Planners Association of Nova Scotia',
  nameEn: 'Licensed Professional Planners Association of Nova Scotia',
  shortNameFr: 'LPPANS',
  shortNameEn: 'LPPANS',
  provinces: ['NS'],
  timeZone: 'America/Halifax',
  senderNameFr: 'LPPANS',
  senderNameEn: 'LPPANS',
  senderAddress: 'members@lppans.example',
  postalAddress: '700 Example Street, Halifax NS  B3H 1A1',
  supportEmail: 'membership@lppans.example',
  supportPhone: null,
  websiteFr: 'https://lppans.ca/',
  websiteEn: 'https://lppans.ca/',
  brandColour: '#1f4b5f',
  brandTextColour: '#ffffff',
});
