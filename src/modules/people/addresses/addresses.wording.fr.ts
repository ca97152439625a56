import type { addressesWordingEn } from './addresses.wording.en.ts';

export const addressesWordingFr: Record<keyof typeof addressesWordingEn, string> = {
  'people.address.issue.oneOfKind': 'Indiquez au plus une adresse de chaque sorte.',
  'people.address.issue.country': 'Indiquez le pays par ses deux lettres, par exemple CA, US ou FR.',
  'people.address.issue.province':
    'Indiquez la province ou le territoire par ses deux lettres, par exemple QC ou ON.',
  'people.address.issue.postalCode': 'Ce code postal n’est pas canadien. Écrivez-le comme H3H 1A1.',
  'people.address.issue.bornOn': 'Ce jour n’est pas encore venu.',
  'PersonAddressKind.HOME': 'Domicile',
  'PersonAddressKind.WORK': 'Travail',
};
