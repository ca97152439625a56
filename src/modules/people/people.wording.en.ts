export const peopleWordingEn = {
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

  'LoginState.OPEN': 'Open',
  'LoginState.WITHOUT_PASSWORD': 'Without a password',
  'LoginState.DISABLED': 'Disabled',
} as const;
