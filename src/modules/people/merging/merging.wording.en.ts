export const mergingWordingEn = {
  'MergedKind.PERSON': 'People',
  'MergedKind.ORGANIZATION': 'Organizations',
  'RecordMergeState.PREPARED': 'Awaiting approval',
  'RecordMergeState.WITHDRAWN': 'Withdrawn',
  'RecordMergeState.DONE': 'Done',
  'RecordMergeState.UNDONE': 'Undone',
  'CarriedThing.RECORD': 'The record and its account',
  'CarriedThing.DELEGATIONS': 'Delegate roles',
  'CarriedThing.PRINCIPAL_HANDOVERS': 'Offers of a principal delegate’s place',
  'CarriedThing.SECTIONS': 'Stays in sections',
  'CarriedThing.COORDINATES': 'Addresses and telephone numbers',
  'CarriedThing.REPRESENTATIONS': 'Representations',
  'CarriedThing.JOIN_REQUESTS': 'Requests to join and ways in',
  'CarriedThing.MEMBERSHIPS': 'Memberships',
  'CarriedThing.INVITATIONS': 'Invitations',
  'CarriedThing.INVOICES': 'Invoices',
  'CarriedThing.PAYMENTS': 'Payments and credits',
  'CarriedThing.EXTERNAL_IDS': 'Ids in other systems',
  'CarriedThing.MAILS': 'E-mails',
  'CarriedThing.OTHER': 'Other',
  'PersonPart.NAME': 'Name',
  'PersonPart.LOCALE': 'Language',
  'PersonPart.CONTACT_EMAIL': 'Contact e-mail address',
  'PersonPart.WORK_PHONE': 'Work telephone',

  MergeOfOwnRecord: 'This is your own record. Somebody else of the staff does this.',
  MergeNeedsOneAccount:
    'Each of these two records has its own account. The person joins their two accounts first; then the records can become one.',
  MergeNeedsOneMembership:
    'Both records have a membership at the same time. End one of the two first; then the records can become one.',
  MergeBillsTwice:
    'Invoices of both records bill the same days of what would be one membership. Credit one of them first; then the records can become one.',
  MergeOfLivingAndDead:
    'A death is on file for one of these two records, and not for the other. Record it for the other too, or withdraw it; then the records can become one.',
  MergeAlreadyPrepared: 'A merge of these two records is waiting for approval already.',
  RecordMergeNotFound: 'This merge was dealt with meanwhile, or it is not yours to decide. Reload the page.',
  MergeNeedsSecondPerson: 'You prepared this merge: somebody else of the staff approves it.',
  MergeUndoTooLate: 'This merge can no longer be undone: it was done too long ago.',
  MergeHasMovedOn: 'This merge cannot be undone: what moved has changed since.',
  MergeTaskNotFound: 'This question was settled meanwhile. Reload the page.',
  'people.merging.issue.sameRecord': 'Choose two different records.',
  'people.merging.issue.otherAssociation': 'Both records must be on file with the same association.',

  'people.mail.merged.subject': 'Your records are now one: {association}',
  'people.mail.merged.text':
    '{association} had you on file twice, as {kept} and as {other}. The two are one now: your roles, your memberships and your e-mails stand together. You sign in as before.',
  'people.mail.parted.subject': 'Your records are two again: {association}',
  'people.mail.parted.text':
    '{association} had joined the records of {kept} and {other}. This was undone: each has again what it had before.',
} as const;
