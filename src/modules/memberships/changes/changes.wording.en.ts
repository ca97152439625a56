export const changesWordingEn = {
  MembershipChangeNotPossible:
    '{why, select, NOT_MEMBER {This membership is not in force on that day.} SAME_CLASS {The member already is in that class on that day.} CHANGE_WAITS {Another change of this membership is set for a later day. Choose a later day, or undo that change first.} HELD_ALREADY {This membership is on hold on some of these days already. End that hold first.} HOLD_OVER {This hold is over by that day, or there is none.} NOT_ENDED {This membership has not ended by that day: there is nothing to reinstate.} DECEASED {This member has died.} other {There is no resignation whose day is still to come. Ask the association to reinstate the membership.}}',
  AlreadyMember: 'A membership is on file for them already. If it has ended, reinstate it.',

  'WhyNoChange.NOT_MEMBER': 'No member on that day',
  'WhyNoChange.SAME_CLASS': 'In that class already',
  'WhyNoChange.CHANGE_WAITS': 'Another change is set',
  'WhyNoChange.HELD_ALREADY': 'On hold already',
  'WhyNoChange.HOLD_OVER': 'Hold is over',
  'WhyNoChange.NOT_ENDED': 'Not ended',
  'WhyNoChange.DECEASED': 'Deceased',
  'WhyNoChange.NO_RESIGNATION': 'No resignation to come',
  'MembershipChangeKind.RECLASSIFICATION': 'Change of class',
  'MembershipChangeKind.HOLD': 'Hold',
  'MembershipChangeKind.HOLD_END': 'End of a hold',
  'MembershipChangeKind.RESIGNATION': 'Resignation',
  'MembershipChangeKind.RESIGNATION_WITHDRAWN': 'Resignation taken back',
  'MembershipChangeKind.REINSTATEMENT': 'Reinstatement',

  'memberships.change.day': 'Choose a day at most one year before or after today.',
  'memberships.change.dayOfMember': 'Choose a day from today to a year from now.',
  'memberships.change.order': 'The last day comes after the first one, or is the same.',
  'memberships.change.class': 'Choose a class of this association that such a member may be in.',
  'memberships.change.holder': 'Name one person or one organization on file at this association.',
} as const;
