export const joiningWordingEn = {
  OrganizationNotJoinable:
    'This organization was not found among those that you can join this way. Ask the organization how to join.',
  AlreadyDelegate: 'You are a delegate of this organization already.',
  FormerDelegate:
    'You were a delegate of this organization before. Ask the organization to let you in again.',
  JoinRequestOpen: 'You have asked this organization already. Your request waits for a decision.',
  JoinRequestNotFound: 'This request was not found among those that you may decide or withdraw.',
  JoinRequestOver:
    '{state, select, APPROVED {This request was approved already.} REFUSED {This request was refused already.} WITHDRAWN {This request was withdrawn.} OVERTAKEN {This person has joined in another way meanwhile.} other {This request was not decided in time. It can be made again.}}',
  OrganizationCodeUnknown: 'This code is not known. Check it, or ask your organization for its code.',
  OrganizationCodeReplaced: 'This code was replaced by a newer one. Ask your organization for it.',
  OrganizationCodeTurnedOff:
    'Your organization does not take this code at present. Ask your organization how to join.',
  OrganizationCodeExpired: 'This code has expired. Ask your organization for a new one.',
  OrganizationDomainNotFound: 'This organization has no such e-mail domain now. Load the page again.',

  'JoinRequestState.PENDING': 'Waiting for a decision',
  'JoinRequestState.APPROVED': 'Approved',
  'JoinRequestState.REFUSED': 'Refused',
  'JoinRequestState.WITHDRAWN': 'Withdrawn',
  'JoinRequestState.EXPIRED': 'Not decided in time',
  'JoinRequestState.OVERTAKEN': 'Joined in another way',
  'JoinDecision.APPROVE': 'Approve',
  'JoinDecision.REFUSE': 'Refuse',
  'JoiningWay.REQUEST': 'Ask to join',
  'JoiningWay.EMAIL_DOMAIN': 'Join with my e-mail address',

  'organizations.joining.issue.person':
    'Say who joins: choose one of the persons of your account. Without any, write to the association.',
  'organizations.joining.issue.oneWay': 'Give a code or choose an organization, one of the two.',
  'organizations.joining.issue.noRole': 'Choose at least one role, or refuse the request.',
  'organizations.joining.issue.principal':
    'Choose among the other roles: the place of principal delegate is handed over.',
  'organizations.joining.issue.rolesOfRefusal': 'Whoever is refused gets no role.',
  'organizations.joining.issue.reasonOfApproval': 'A reason is told with a refusal only.',
  'organizations.joining.issue.noDomain':
    'The association verifies an e-mail domain of your organization first. Write to the association.',
  'organizations.joining.issue.domain': 'This is not an e-mail domain. Write it like example.ca.',
  'organizations.joining.issue.publicProvider':
    'Anybody can have an address at {domain}. Only a domain of the organization’s own can be verified.',

  'organizations.mail.joinRequested.subject': '{person} asks to join {organization}',
  'organizations.mail.joinRequested.text': '{person} asks to become a delegate of {organization}.',
  'organizations.mail.joinRequested.answer':
    'Sign in and open the page of the organization to see their address and what they wrote, and to approve or refuse. The request ends on {lastDay}.',
  'organizations.mail.joinRequested.action': 'Go to the website',
  'organizations.mail.joinReceived.subject': 'Your request to join {organization}',
  'organizations.mail.joinReceived.text':
    'You asked to become a delegate of {organization}. Whoever decides sees your name, the address of your account and what you wrote.',
  'organizations.mail.joinReceived.then':
    'We will write to you when it is decided. Without a decision, your request ends on {lastDay}. Until then you can withdraw it on the website.',
  'organizations.mail.joinApproved.subject': 'You are a delegate of {organization}',
  'organizations.mail.joinApproved.text':
    'Your request was approved. From now on you are for {organization}:',
  'organizations.mail.joinApproved.action': 'Go to the website',
  'organizations.mail.joinRefused.subject': 'Your request to join {organization} was refused',
  'organizations.mail.joinRefused.text': 'Your request to become a delegate of {organization} was refused.',
  'organizations.mail.joinRefused.reason': 'The reason given: {reason}',
  'organizations.mail.joinExpired.subject': 'Your request to join {organization} was not decided',
  'organizations.mail.joinExpired.text':
    'Nobody decided your request to become a delegate of {organization} in time. It ended on {lastDay}.',
  'organizations.mail.joinExpired.next':
    'You can make a new one on the website if the organization still takes requests, or ask the organization how to join.',
  'organizations.mail.joinExpired.action': 'Go to the website',
  'organizations.mail.joinWithdrawn.subject': '{person} no longer asks to join {organization}',
  'organizations.mail.joinWithdrawn.text':
    '{person} has withdrawn the request to become a delegate of {organization}. There is nothing left for you to do.',
  'organizations.mail.joinedByThemselves.subject': '{person} has joined {organization}',
  'organizations.mail.joinedByThemselves.text':
    '{way, select, CODE {{person} is now a contact delegate of {organization}, by the code that you gave out.} other {{person} is now a contact delegate of {organization}, by an e-mail address that ends in @{domain}.}}',
  'organizations.mail.joinedByThemselves.remove':
    '{way, select, CODE {Does this person not belong? Sign in, open the page of the organization and remove them: they cannot come back by themselves. Make a new code as well, if others may know it.} other {Does this person not belong? Sign in, open the page of the organization and remove them: they cannot come back by themselves.}}',
  'organizations.mail.joinedByThemselves.action': 'Go to the website',
  'organizations.mail.joined.subject': 'You are a delegate of {organization}',
  'organizations.mail.joined.text':
    'From now on you are a contact delegate of {organization}. Its principal delegate was told.',
} as const;
