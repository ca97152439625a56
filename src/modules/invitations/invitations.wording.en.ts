export const invitationsWordingEn = {
  InvitationCodeUnknown:
    'This invitation code is not known here. Check it against the e-mail that you received.',
  InvitationUsed: 'This invitation has already been used. Sign in with the account that accepted it.',
  InvitationWithdrawn: 'This invitation was withdrawn.',
  InvitationDeclined: 'This invitation was declined.',
  InvitationReplaced: 'A newer invitation has been sent since. Use the code from the latest e-mail.',
  InvitationExpired:
    '{canReissue, select, true {This invitation has expired. A fresh one can be sent to {maskedAddress}.} other {This invitation has expired.}}',
  InvitationNeedsOwnAccount:
    'A role on the staff needs an account that is yours alone. Sign in to one, or write to the association.',
  RepresentedNeedsOwnAccount:
    'This invitation names an estate, a trust, a company or a person whom others represent: its record has an account of its own and does not become part of yours. Ask the association for an invitation to an address that no account has yet.',
  InvitationTargetTaken: 'What this invitation offered has been given to somebody in the meantime.',
  InvitationAddressMismatch:
    'This invitation was sent to {maskedAddress}. Accept it with an account that has this address.',
  InvitationNotFound: 'There is no such invitation.',
  InvitationNotReissuable: 'This invitation cannot be sent afresh from here.',
  DocumentsNotAccepted: 'To open an account, accept each of the documents shown.',

  'InvitationState.PENDING': 'Pending',
  'InvitationState.ACCEPTED': 'Accepted',
  'InvitationState.DECLINED': 'Declined',
  'InvitationState.REVOKED': 'Withdrawn',
  'InvitationState.EXPIRED': 'Expired',

  'InvitationTargetKind.PERSON': 'Member record',
  'InvitationTargetKind.DELEGATION': 'Role in an organization',
  'InvitationTargetKind.MEMBERSHIP': 'Membership',
  'InvitationTargetKind.STAFF_ROLE': 'Staff role',

  'InvitationOrder.ISSUED_AT_DESC': 'Latest first',
  'InvitationOrder.ISSUED_AT_ASC': 'Earliest first',

  'InvitationRowOutcome.SENT': 'Invitation sent',
  'InvitationRowOutcome.ALREADY_HELD': 'Already held',
  'InvitationRowOutcome.BAD_ADDRESS': 'Not an e-mail address',
  'InvitationRowOutcome.ALREADY_INVITED': 'Already invited: send that invitation again',
  'InvitationRowOutcome.NOT_FOUND': 'Not found in this association',
  'InvitationRowOutcome.INCOMPLETE': 'Say who is invited, and to what',
  'InvitationRowOutcome.DELEGATE_LIMIT_REACHED': 'The organization has as many delegates as it may have',
  'InvitationRowOutcome.DUPLICATE': 'Stands further up in the file already',
  'InvitationSelection.MEMBERS': 'Members without an account',
  'InvitationSelection.DELEGATES': 'Delegates without an account',
  'InvitationRunState.WAITING': 'Waiting',
  'InvitationRunState.SENDING': 'Sending',
  'InvitationRunState.CANCELLED': 'Cancelled',
  'InvitationRunState.HALTED': 'Halted: whoever asked for it may not invite any more',
  'InvitationRunState.DONE': 'Done',
  'InvitationRunState.FAULTY': 'File to be corrected',
  InvitationFileNotFound: 'We do not have this file. Send it again.',
  InvitationRunNotFound: 'There is no such run of invitations.',
  InvitationRunOver: 'This run is over: nothing is left to send.',
  'invitations.run.waits': 'Waiting',
  'invitations.run.oneSource': 'Choose either a file or a selection.',
  'invitations.run.classOfSelection': 'A class goes with a selection.',
  'invitations.run.classCode': 'The association has no such class.',
  'invitations.run.fault.FILE_GONE': 'The file is no longer there. Send it again.',
  'invitations.run.fault.NO_TEXT': 'This is not a text file. Save the table as CSV.',
  'invitations.run.fault.EMPTY': 'The file is empty.',
  'invitations.run.fault.COLUMN_UNKNOWN':
    'This column is not known here. Remove it, or give it one of the names in the documentation.',
  'invitations.run.fault.COLUMN_TWICE': 'The file has this column twice.',
  'invitations.run.fault.COLUMN_MISSING': 'The file lacks this column.',
  'invitations.run.fault.UNREADABLE':
    'The file cannot be read from this row on: a quotation mark is missing or misplaced.',
  'invitations.run.fault.TOO_MANY_ROWS': 'A run takes at most 20,000 rows. Split it.',

  'invitations.step.code': 'Invitation code',
  'invitations.step.account': 'Account',
  'invitations.step.profile': 'Profile',

  'invitations.form.typedCode.title': 'Use an invitation code',
  'invitations.form.typedCode.submit': 'Continue',
  'invitations.form.newAccount.title': 'Open an account',
  'invitations.form.newAccount.submit': 'Open my account',
  'invitations.form.signIn.title': 'I already have an account',
  'invitations.form.accept.title': 'Accept the invitation',
  'invitations.form.accept.submit': 'Accept',
  'invitations.form.code': 'Invitation code',
  'invitations.form.code.help': 'It is in the e-mail that you received.',
  'invitations.form.email': 'E-mail address',
  'invitations.form.email.readOnly': 'This is the address that received the invitation.',
  'invitations.form.username': 'Username',
  'invitations.form.username.EXACT': 'Upper and lower case are told apart when you sign in.',
  'invitations.form.username.IGNORED': 'Upper and lower case make no difference when you sign in.',
  'invitations.form.password': 'Password',
  'invitations.form.confirmation': 'Confirm the password',
  'invitations.form.locale': 'Language of your account',
  'invitations.form.locale.help': 'Your e-mails will be in this language.',
  'invitations.form.document': 'I have read and accept: {document}',

  'invitations.mail.subject': '{association}: your invitation',
  'invitations.mail.greeting': 'Hello {invitee},',
  'invitations.mail.intro': 'Here is your invitation to the member portal.',
  'invitations.mail.association': 'Association: {association}',
  'invitations.mail.inviter': 'Invited by: {inviter}',
  'invitations.mail.organization': 'Organization: {organization}',
  'invitations.mail.roles': '{count, plural, one {Role} other {Roles}}: {roles}',
  'invitations.mail.staffRole': 'Staff role: {role}',
  'invitations.mail.membership': 'You will have access to your membership.',
  'invitations.mail.person': 'You will have access to your member record.',
  'invitations.mail.membershipOfInvitee':
    'The invitation gives access to the membership of the person invited.',
  'invitations.mail.personOfInvitee':
    'The invitation gives access to the member record of the person invited.',
  'invitations.mail.code': 'Invitation code',
  'invitations.mail.action': 'Use my invitation',
  'invitations.mail.expiry': 'This invitation is good through {lastDay}.',
  'invitations.mail.notForYou':
    'If this invitation was not meant for you, do nothing: it cannot be used without its code and expires by itself. To have it withdrawn, write to {supportEmail}.',

  'invitations.mail.accepted.subject': '{association}: the invitation was accepted',
  'invitations.mail.accepted.toInvitee':
    'The invitation that was sent to this address has been accepted by {accepter}.',
  'invitations.mail.accepted.toInviter':
    'The invitation that you sent to {address} has been accepted by {accepter}.',
  'invitations.mail.accepted.dispute':
    'If this was not you, or not the right person, say so: what the invitation gave is suspended and the association is told.',
  'invitations.mail.accepted.action': 'This is not me',

  'invitations.mail.confirmation.subject': '{association}: confirm that you accept the invitation',
  'invitations.mail.confirmation.intro':
    'An account with another e-mail address wants to accept the invitation that was sent to this address. It is the account of {accepter}.',
  'invitations.mail.confirmation.ask':
    'If this is you, confirm it. If it is not, do nothing: nothing will be given.',
  'invitations.mail.confirmation.action': 'Confirm',
  'invitations.mail.confirmation.unnamed': 'somebody without a name on file',

  'invitations.mail.disputed.subject': 'Acceptance of an invitation is disputed',
  'invitations.mail.disputed.intro':
    'Somebody who was told of the acceptance of this invitation says that the wrong person accepted it.',
  'invitations.mail.disputed.address': 'Invitation sent to: {address}',
  'invitations.mail.disputed.accepter': 'Accepted by: {accepter}',
  'invitations.mail.disputed.suspended':
    'The roles that it gave are suspended until you have looked into it.',
  'invitations.mail.disputed.notSuspended': 'Nothing was suspended by itself: please look into it.',
  'invitations.appoint.BAD_ADDRESS': 'This is not an e-mail address.',
  'invitations.appoint.NOT_FOUND': 'This person was not found among those that the association has on file.',
  'invitations.appoint.upload':
    'This document was not found among those that you have sent to the association.',
  'invitations.appoint.ALREADY_HELD': 'This person is the principal delegate already.',
  'invitations.delegate.BAD_ADDRESS': 'This is not an e-mail address.',
  'invitations.delegate.NOT_FOUND': 'This person was not found among those whom you may add.',
  'invitations.delegate.ALREADY_HELD': 'This person has these roles already.',
  'invitations.delegate.noRole': 'Choose at least one role.',
  'invitations.delegate.principal':
    'The place of principal delegate is handed over, or given by the association: choose among the other roles.',
  'invitations.delegate.onFileByStaff':
    'The association alone names somebody on file: give the name and the address instead.',
  'invitations.delegate.recordedByStaff': 'The association alone records somebody without an invitation.',
  'invitations.delegate.notRecordable':
    'This person was not found among those without an account. Whoever can sign in is invited instead.',
} as const;
