export const associationsWordingEn = {
  'associations.support.byMail': 'Need help? {name}: {email}.',
  'associations.support.byMailOrPhone': 'Need help? {name}: {email} or {phone}.',
  'associations.support.byMailOrPhones': 'Need help? {name}: {email}, {phone} or {tollFree}.',

  'AssociationKind.NATIONAL': 'National body',
  'AssociationKind.INSTITUTE': 'Provincial or territorial institute',
  'AssociationKind.SECTION': 'Section',
  'AssociationKind.CHAPTER': 'Chapter',

  'LanguagePolicy.FR_ONLY': 'French',
  'LanguagePolicy.FR_FIRST_CHOICE': 'French first, English by choice',
  'LanguagePolicy.BILINGUAL_CHOICE': 'French or English, by choice',

  'IdentifierPolicy.USERNAME': 'Username',
  'IdentifierPolicy.EMAIL': 'E-mail address',

  'DocumentKind.TERMS': 'Terms of use',
  'DocumentKind.PRIVACY': 'Privacy notice',

  'RealmMode.TEST': 'Test',
  'RealmMode.LIVE': 'Live',

  'StaffRole.ADMIN': 'Administrator',
  'StaffRole.MEMBERSHIP': 'Membership',
  'StaffRole.FINANCE': 'Finance',
  'StaffRole.LEARNING': 'Continuous professional learning',
  'StaffRole.INSURANCE': 'Insurance',
  'StaffRole.READER': 'Read only',

  'StaffReach.NODE': 'This association',
  'StaffReach.NODE_AND_BELOW': 'This association and those below it',
} as const;
