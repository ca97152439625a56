export const membershipsWordingEn = {
  MoneyEffectChanged: 'The amount has changed since it was shown. Look at it again, then confirm.',
  MembershipClassNotFound: 'This class was not found among those whose settings you may change.',
  MembershipNotFound: 'This membership was not found among those that you may change.',
  TermTaken: 'Another term covers some of these days already. Nothing was done.',
  'memberships.delegateLimit.ofPeople':
    'Nobody acts for a member who is a person: choose a class of organizations.',
  'memberships.delegateLimit.range': 'Choose a number from 1 to {max}, or none.',

  'memberships.termRule.past': 'Choose today or a later day: terms that began by another rule keep it.',
  'memberships.termRule.months': 'A number of months goes with a special length, and with no other.',
  'memberships.termRule.range': 'Choose a day from 1900 on, at most ten years ahead.',
  'memberships.termRule.monthsRange': 'Choose from 1 to {max} months.',
  'memberships.termRule.rollover': 'Give month and day of every year, such as 10-01, for years only.',

  'HolderKind.PERSON': 'Individual',
  'HolderKind.ORGANIZATION': 'Organization',

  'AffiliationReason.ADMISSION': 'Admission',
  'AffiliationReason.RECLASSIFICATION': 'Change of class',
  'AffiliationReason.TRANSFER': 'Transfer',
  'AffiliationReason.LEAVE': 'Leave',
  'AffiliationReason.RESIGNATION': 'Resignation',
  'AffiliationReason.REMOVAL': 'Removal',
  'AffiliationReason.REINSTATEMENT': 'Reinstatement',
  'AffiliationReason.DEATH': 'Death',

  'HoldKind.LEAVE': 'On leave',
  'HoldKind.NON_PRACTISING': 'Not practising',
  'HoldKind.SUSPENSION': 'Suspended',

  'TermKind.CALENDAR_YEAR': 'Calendar year',
  'TermKind.ASSOCIATION_YEAR': 'Year of the association',
  'TermKind.ROLLING': 'Twelve months',
  'TermKind.ODD_LENGTH': 'Special length',
  'TermKind.LIFETIME': 'For life',

  'MembershipStatusCode.APPLICANT': 'Applicant',
  'MembershipStatusCode.ACTIVE': 'Active',
  'MembershipStatusCode.RENEWAL_DUE': 'Renewal due',
  'MembershipStatusCode.GRACE': 'Grace period',
  'MembershipStatusCode.LAPSED': 'Lapsed',
  'MembershipStatusCode.ON_HOLD': 'On hold',
  'MembershipStatusCode.ENDED': 'Ended',

  'memberships.rule.NOT_ADMITTED': 'The association has not admitted this member yet.',
  'memberships.rule.NO_TERM_YET': 'No term has been paid or granted yet.',
  'memberships.rule.AFFILIATION_ENDED': 'The affiliation with the association is over.',
  'memberships.rule.AFFILIATION_CLOSED': 'The membership ended by {reason} on {from}.',
  'memberships.rule.HOLD_IN_FORCE': '{kind} since {from}.',
  'memberships.rule.TERM_IN_FORCE': 'Paid or granted until {lastDay}, inclusive.',
  'memberships.rule.TERM_FOR_LIFE': 'Granted for life since {from}.',
  'memberships.rule.RENEWAL_OPEN': 'Renewal has been open since {from}.',
  'memberships.rule.TERM_OVER': 'The last term ended on {lastDay}.',
  'memberships.rule.GRACE_UNTIL': 'The class allows renewal without interruption until {lastDay}, inclusive.',
  'memberships.rule.GRACE_OVER': 'The class allowed renewal without interruption until {lastDay}, inclusive.',

  'memberships.ending.TRANSFER': 'transfer',
  'memberships.ending.RESIGNATION': 'resignation',
  'memberships.ending.REMOVAL': 'removal',
  'memberships.ending.DEATH': 'death',

  'memberships.hold.LEAVE': 'On leave',
  'memberships.hold.NON_PRACTISING': 'Non-practising',
  'memberships.hold.SUSPENSION': 'Suspended',
  PlaceOfSupplyUnknown:
    'Taxes depend on where the member lives, and no address is on file. Add an address, and ask again.',
} as const;
