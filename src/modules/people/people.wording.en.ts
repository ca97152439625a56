import { addressesWordingEn } from './addresses/addresses.wording.en.ts';
import { mergingWordingEn } from './merging/merging.wording.en.ts';

export const peopleWordingEn = {
  ...mergingWordingEn,
  ...addressesWordingEn,
  'people.profile.title': 'Your profile',
  'people.profile.submit': 'Save',
  'people.profile.givenName': 'Given name',
  'people.profile.familyName': 'Family name',
  'people.profile.email': 'E-mail address',
  'people.profile.email.readOnly':
    'This address is not changed here: changing it asks for a confirmation at the new address.',
  'people.profile.workPhone': 'Work telephone',
  'people.profile.workPhone.help':
    'For example 514-622-6483. Start with + for a number outside North America.',
  'people.profile.workPhoneExtension': 'Extension',

  'people.issue.person': 'Say whose profile it is: choose one of the persons of your account.',
  'people.issue.phone': 'This is not a telephone number. Write it like 514-622-6483.',
  'people.issue.phoneMissing': 'Give the telephone number that the extension belongs to.',
  'people.issue.extension': 'An extension has at most 7 digits.',
  'people.issue.email': 'This is not an e-mail address. Write it like name@example.ca.',
  'people.issue.language': 'Say the language of mail: fr or en.',

  'people.staff.past': 'This lies in the past. Leave it out, and it is from now on.',
  'people.staff.order': 'The end must lie after the beginning.',
  PersonNotFound: 'This person was not found among those whom you may do this for.',
  OwnStaffRole: 'Nobody puts themselves on the staff. Ask another administrator.',
  StaffNeedsOwnAccount:
    'Only somebody with an open account of their own can be on the staff. Invite them to the role instead.',
  StaffReachBeyondOwn: 'This goes further than your own role. Ask an administrator of the association above.',
  StaffRoleHeld: 'This person has that role there already, at least for some of that time.',
  StaffAssignmentNotFound: 'This staff role was not found among those that you may end.',
  StaffAssignmentEnded: 'This staff role has already ended.',
  LastAdministrator:
    'Nobody else would administer the association, or one below it. Make somebody else an administrator first.',
  'people.mail.question': 'Is this a mistake? Write to {supportEmail}.',
  'people.mail.staff.firstDay': 'First day: {day}.',
  'people.mail.staff.lastDay': 'Last day: {day}.',
  'people.mail.staffGiven.subject': 'You are on the staff: {association}',
  'people.mail.staffGiven.text': 'You have been given a role on the staff of {association}: {role}.',
  'people.mail.staffEnded.subject': 'Your staff role ends: {association}',
  'people.mail.staffEnded.text': 'Your role on the staff of {association} ends: {role}.',

  'LoginState.OPEN': 'Open',
  'LoginState.WITHOUT_PASSWORD': 'Without a password',
  'LoginState.DISABLED': 'Disabled',
} as const;
