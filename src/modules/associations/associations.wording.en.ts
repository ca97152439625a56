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

  AssociationSettingsChanged:
    'Somebody has changed these settings since you opened them. Look at them again, and change them once more if you still want to.',
  'associations.issue.factorRoles': 'This realm always asks for a second factor in: {roles}.',
  'associations.issue.logo': 'The logo must be an https address on the association’s own site.',
  'associations.issue.website': 'Write the whole https address, such as https://www.example.ca/.',
  'associations.sharing.notAbove':
    'Name an association above this one that cannot see its members without an agreement.',
  'associations.sharing.members': 'The list of members is part of every agreement.',
  'associations.sharing.past': 'This lies in the past. Leave it out, and it is from now on.',
  'associations.sharing.order': 'The end must lie after the beginning.',
  SharingAgreementStands:
    'The two associations have an agreement for some of that time already. End that one first.',
  SharingAgreementNotFound: 'This agreement was not found among those that you may end.',
  SharingAgreementEnded: 'This agreement has already ended.',
  'SharedKind.MEMBERS': 'Name, member number, class and status',
  'SharedKind.CONTACT': 'Contact address and work phone',
  'RecoveryPolicy.IDENTIFIER': 'The identifier',
  'RecoveryPolicy.IDENTIFIER_AND_NAMES': 'The identifier, and both names',
  'PasswordProfile.COMPOSITION': '8 characters or more, of four kinds',
  'PasswordProfile.LENGTH': '15 characters or more, whichever they are',
  'OldPasswords.ACCEPT': 'Accepted once, then kept in our own way',
  'OldPasswords.RESET_REQUIRED': 'Refused: a new one must be set',
  'InvitationMismatch.ALLOW': 'Accepted as it is',
  'InvitationMismatch.VERIFY': 'Accepted once the invited address confirms',
  'InvitationMismatch.REFUSE': 'Refused',
  'HandoverApproval.NONE': 'Between the two delegates',
  'HandoverApproval.ASSOCIATION': 'Approved by the association',

  'TransferAcceptance.MANUAL': 'Decided by the office',
  'TransferAcceptance.AFTER_DAYS': 'Accepted without an answer',
  'ChangesBilledTo.HOLDER': 'The holder of the membership',
  'ChangesBilledTo.TERM_PAYER': 'Whoever was billed for the term',
} as const;
