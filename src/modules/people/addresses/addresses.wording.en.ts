export const addressesWordingEn = {
  'people.address.issue.oneOfKind': 'Give one address of each kind at most.',
  'people.address.issue.country': 'Give a country by its two letters, for example CA, US or FR.',
  'people.address.issue.province': 'Give the province or territory by its two letters, for example QC or ON.',
  'people.address.issue.postalCode': 'This is not a Canadian postal code. Write it like H3H 1A1.',
  'people.address.issue.bornOn': 'This day has not come yet.',
  'PersonAddressKind.HOME': 'Home',
  'PersonAddressKind.WORK': 'Work',
} as const;
