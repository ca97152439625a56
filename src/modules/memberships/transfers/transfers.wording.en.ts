export const transfersWordingEn = {
  TransferNotPossible:
    '{why, select, SUSPENDED {This membership is suspended on that day and cannot be transferred.} CHANGE_WAITS {Another change of this membership is set for that day or later. Choose a later day, or undo that change first.} ALREADY_MEMBER {This person already is in that class of that association.} other {This membership is not in force on that day.}}',
  TransferOpen: 'A transfer has been asked for already. Withdraw that request before you make another one.',
  TransferNotFound: 'This transfer was not found among those where you may do this.',
  TransferOver:
    '{state, select, ACCEPTED {This transfer was accepted already.} ACCEPTED_BY_SILENCE {This transfer was accepted already.} REFUSED {This transfer was refused already.} WITHDRAWN {This request was withdrawn.} OVERTAKEN {The membership has ended meanwhile.} other {Nobody decided in time. The transfer can be asked for again.}}',
  TransferNeedsStanding:
    'The association that the member leaves must first say whether they are in good standing. It was asked by e-mail.',
  MemberNumberTaken: 'Another member of the association has this number. Give a different one.',

  'TransferAsker.HOLDER': 'The member',
  'TransferAsker.SENDING': 'The association that is left',
  'TransferAsker.RECEIVING': 'The receiving association',
  'TransferStanding.GOOD': 'In good standing',
  'TransferStanding.OUTSTANDING': 'Something outstanding',
  'TransferState.PENDING': 'Waiting for a decision',
  'TransferState.ACCEPTED': 'Accepted',
  'TransferState.ACCEPTED_BY_SILENCE': 'Accepted without an answer',
  'TransferState.REFUSED': 'Refused',
  'TransferState.WITHDRAWN': 'Withdrawn',
  'TransferState.EXPIRED': 'Not decided in time',
  'TransferState.OVERTAKEN': 'Membership ended meanwhile',
  'TransferDecision.ACCEPT': 'Accept',
  'TransferDecision.REFUSE': 'Refuse',
  'TransferSide.RECEIVING': 'To the association',
  'TransferSide.SENDING': 'From the association',
  'WhyNoTransfer.NOT_MEMBER': 'Not in force on that day',
  'WhyNoTransfer.DECEASED': 'Deceased',
  'WhyNoTransfer.SUSPENDED': 'Suspended on that day',
  'WhyNoTransfer.CHANGE_WAITS': 'Another change is set',
  'WhyNoTransfer.ALREADY_MEMBER': 'In that class already',
  'WhyNoTransfer.NOT_POSSIBLE': 'Not possible on that day',

  'memberships.transfer.issue.association': 'Choose another association of the same group.',
  'memberships.transfer.issue.class': 'Choose a class of that association for individuals.',
  'memberships.transfer.issue.day': 'Choose a day from today to a year from now.',
  'memberships.transfer.issue.note': 'Say what is owed or outstanding.',
  'memberships.transfer.issue.noteOfGood': 'Leave this empty for a member in good standing.',
  'memberships.transfer.issue.reasonOfAcceptance': 'A reason goes with a refusal only.',
  'memberships.transfer.issue.numberOfRefusal': 'A member number goes with an acceptance only.',

  'memberships.mail.transfer.facts':
    'Member: {member}, number {memberNumber}\nFrom: {sending}\nTo: {receiving}\nClass: {memberClass}\nFirst day there: {day}',
  'memberships.mail.transfer.action': 'See my membership',
  'memberships.mail.transfer.question': 'Questions? Write to {supportEmail}.',
  'memberships.mail.transferAsked.subject': 'A transfer of your membership was asked for',
  'memberships.mail.transferAsked.text':
    'Both associations were asked to answer by {lastDay}. Nothing changes until the receiving one has decided.',
  'memberships.mail.transferAsked.then':
    'If you do not want this transfer, withdraw it on the page of your membership.',
  'memberships.mail.transferToDecide.subject': 'A transfer to decide: {member}',
  'memberships.mail.transferToDecide.text': 'This member asks to join your association by a transfer.',
  'memberships.mail.transferToDecide.standing':
    'The association that they leave must first say whether they are in good standing. You will be told.',
  'memberships.mail.transferToDecide.until': 'Please decide by {lastDay} in the list of transfers.',
  'memberships.mail.transferToState.subject': 'A member asks to leave by a transfer: {member}',
  'memberships.mail.transferToState.text': 'This member asks to leave your association by a transfer.',
  'memberships.mail.transferToState.needed':
    'Please say by {lastDay} in the list of transfers whether they are in good standing: without it nothing can be decided.',
  'memberships.mail.transferToState.optional':
    'If something is owed or outstanding, say so by {lastDay} in the list of transfers.',
  'memberships.mail.transferOverdue.subject': 'A transfer waits for your answer: {member}',
  'memberships.mail.transferOverdue.text': 'This transfer should have been answered by now.',
  'memberships.mail.transferOverdue.then':
    'You will find it in the list of transfers, among those that are overdue.',
  'memberships.mail.transferStanding.subject': 'The standing of a member: {member}',
  'memberships.mail.transferStanding.good':
    'The association that this member leaves says that they are in good standing. You can decide in the list of transfers.',
  'memberships.mail.transferStanding.outstanding':
    'The association that this member leaves says that something is owed or outstanding. You will find what it is in the list of transfers.',
  'memberships.mail.transferAccepted.subject': 'Your transfer is accepted',
  'memberships.mail.transferAccepted.text':
    'The receiving association has accepted your transfer. Your membership in the other one ends on the day before.',
  'memberships.mail.transferAccepted.toPay':
    'All together this comes to {amount}. The invoice is with the others on our site.',
  'memberships.mail.transferAccepted.givenBack':
    'All together this gives back {amount}. The credit note is with the invoices on our site.',
  'memberships.mail.transferAcceptedOffice.subject': 'A transfer is accepted: {member}',
  'memberships.mail.transferAcceptedOffice.text': 'The receiving association has accepted this transfer.',
  'memberships.mail.transferRefused.subject': 'Your transfer was refused',
  'memberships.mail.transferRefused.text':
    'The receiving association has not accepted your transfer. Nothing changes in your membership.',
  'memberships.mail.transferRefused.reason': 'The reason given: {reason}',
  'memberships.mail.transferRefusedOffice.subject': 'A transfer was refused: {member}',
  'memberships.mail.transferRefusedOffice.text':
    'The receiving association has not accepted this transfer. Nothing changes.',
  'memberships.mail.transferWithdrawn.subject': 'A transfer was withdrawn: {member}',
  'memberships.mail.transferWithdrawn.text': 'This request was withdrawn. There is nothing to do.',
  'memberships.mail.carriedTerm.facts':
    'Member: {member}, number {memberNumber}\nAssociation: {association}\nTerm at: {paidAt}\nFirst day: {from}\nLast day: {lastDay}',
  'memberships.mail.carriedTermTakenBack.subject': 'The rest of a term is taken back',
  'memberships.mail.carriedTermTakenBack.subjectOffice': 'The rest of a term is taken back: {member}',
  'memberships.mail.carriedTermTakenBack.text':
    'The rest of a term went along with a transfer. That term no longer counts at the other association, so these days do not count any more.',
  'memberships.mail.carriedTermTakenBack.then':
    'If the term counts there again, they count again. Days that are paid here meanwhile stay.',
  'memberships.mail.carriedTermAgain.subject': 'The rest of a term counts again',
  'memberships.mail.carriedTermAgain.subjectOffice': 'The rest of a term counts again: {member}',
  'memberships.mail.carriedTermAgain.text':
    'The rest of a term had been taken back. That term counts again at the other association.',
  'memberships.mail.carriedTermAgain.then': 'These days count again. There is nothing to do.',
} as const;
