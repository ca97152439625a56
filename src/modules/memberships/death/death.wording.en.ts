export const deathWordingEn = {
  DeathOnRecord: 'The death of this person is on record already.',
  DeathRecordNotFound:
    'No death of this person is on record here. If another association recorded it, that association corrects it.',
  'AccountOfDead.NONE': 'No account',
  'AccountOfDead.BARRED': 'Sign-in barred',
  'AccountOfDead.KEPT': 'Access kept by the others who use it',
  'memberships.death.issue.day': 'Choose a day that is not in the future.',
  'memberships.death.issue.upload': 'Send this document again for the association that records the death.',
  'memberships.mail.memberDied.subject': 'A death on record: {member}',
  'memberships.mail.memberDied.text':
    '{recordedBy} has put on record that {member}, member {memberNumber}, died on {day}. Nothing is sent to this person any more.',
  'memberships.mail.memberDied.then':
    'Nothing has changed in your list of members. Please check, and record the death with your association as well.',
  'memberships.mail.memberLives.subject': 'A correction: {member}',
  'memberships.mail.memberLives.text':
    '{recordedBy} has withdrawn what it had put on record: that {member}, member {memberNumber}, died on {day}. It was a mistake.',
  'memberships.mail.memberLives.then':
    'This person can be written to again, unless another association keeps the death on record. If you recorded it as well, please correct it.',
} as const;
