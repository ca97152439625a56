export const platformWordingEn = {
  InvalidInput: 'Some answers must be corrected. Nothing has been saved yet.',
  TooManyAttempts:
    'Too many attempts. Try again in {minutes, plural, one {about one minute} other {about # minutes}}.{open, select, FIRST_ACCESS_OR_FORGOTTEN_PASSWORD { You can also set a new password now, with a link that we email you.} other {}}',
  SignInTooOld:
    'You signed in more than {minutes, number} minutes ago. Sign in again to do this. Nothing was done.',
  IdempotencyKeyReused: 'This request was already used for something else. Nothing was done: start again.',

  'InputIssue.REQUIRED': 'An answer is needed here.',
  'InputIssue.TOO_SHORT': 'At least {min, plural, one {# character is} other {# characters are}} needed.',
  'InputIssue.TOO_LONG': 'This is too long: {max, plural, one {# character} other {# characters}} at most.',
  'InputIssue.BAD_FORMAT': 'This is not written in the expected way.',
  'InputIssue.NOT_ALLOWED': 'This answer is not possible here.',
  'InputIssue.OUT_OF_RANGE': 'This must be between {min, number} and {max, number}.',
  'InputIssue.PASSWORD_RULE': 'The password does not meet one of the rules.',

  'Fault.BAD_REQUEST': 'The request cannot be understood.',
  'Fault.BAD_REQUEST.BODY':
    'The body must be one JSON object with “query”, and “variables”, “operationName” and “extensions” if needed.',
  'Fault.BAD_REQUEST.BATCH': 'One request carries one operation: batches are not accepted.',
  'Fault.BAD_REQUEST.TOO_LARGE': 'The body is too large: {max, number} kB at most.',
  'Fault.BAD_REQUEST.MEDIA_TYPE': 'Send the body as application/json.',
  'Fault.BAD_REQUEST.NOT_ACCEPTABLE':
    'Answers come as application/json or application/graphql-response+json.',
  'Fault.BAD_REQUEST.METHOD': 'This address answers POST only.',
  'Fault.BAD_REQUEST.NOT_FOUND': 'There is nothing at this address.',
  'Fault.BAD_REQUEST.DOCUMENT':
    'The document is not valid for the published schema, at line {line, number}, column {column, number}.',
  'Fault.BAD_REQUEST.DOCUMENT_DIGEST': 'The SHA-256 in “persistedQuery” is not that of the text in “query”.',
  'Fault.BAD_REQUEST.DOCUMENT_UNKNOWN':
    'No document with this SHA-256 is known here. Send its text in “query”, or register it for this client.',
  'Fault.BAD_REQUEST.DOCUMENT_UNTRUSTED':
    'In a live realm a publishable key runs the documents of the SDK and those registered for its client alone. Register this one with “registerClientDocuments”.',
  'Fault.BAD_REQUEST.OPERATION': 'Name one of the operations of the document in “operationName”.',
  'Fault.BAD_REQUEST.DEPTH': 'The document goes too deep: {max, number} levels at most.',
  'Fault.BAD_REQUEST.ALIASES': 'The document has too many aliases: {max, number} at most.',
  'Fault.BAD_REQUEST.DIRECTIVES': 'The document has too many directives: {max, number} at most.',
  'Fault.BAD_REQUEST.TOKENS': 'The document is too long: {max, number} tokens at most.',
  'Fault.BAD_REQUEST.FIELDS':
    'The document asks for too many fields: {max, number} at most once fragments are spread.',
  'Fault.BAD_REQUEST.REPEATS':
    'The document repeats too many fields in the same place: {max, number} at most.',
  'Fault.BAD_REQUEST.MUTATIONS': 'The document has too many mutations: {max, number} at most.',
  'Fault.BAD_REQUEST.ALONE': 'One of these mutations must be the only one of its request.',
  'Fault.UNAUTHENTICATED': 'Sign in first.',
  'Fault.UNAUTHENTICATED.CLIENT_MISSING': 'Name the calling client in the header “x-affilia-client”.',
  'Fault.UNAUTHENTICATED.CLIENT_UNKNOWN': 'The client key is not known here.',
  'Fault.UNAUTHENTICATED.TOKEN': 'The access token is not valid or has expired.',
  'Fault.FORBIDDEN': 'This is not allowed.',
  'Fault.FORBIDDEN.ORIGIN': 'This client may not be used from pages of this origin.',
  'Fault.FORBIDDEN.SECRET_IN_BROWSER': 'A secret key must never be used in a browser. Revoke this one.',
  'Fault.FORBIDDEN.DIRECT_CLIENT': 'The pages of this client may not take a password.',
  'Fault.FORBIDDEN.STAFF': 'Only an internal tool with a secret key may ask for this.',
  'Fault.FORBIDDEN.TEST_CLIENT':
    'Only a secret key may ask for this, in a test realm, and for its own association.',
  'Fault.FORBIDDEN.SCOPE': 'The scopes of this client do not allow this.',
  'Fault.BAD_USER_INPUT': 'A value has the wrong type or is missing: {path}.',
  'Fault.BAD_USER_INPUT.VALUE': 'A value cannot be read.',
  'Fault.BAD_USER_INPUT.LIST': 'A list is too long: {max, number} items at most.',
  'Fault.BAD_USER_INPUT.PAGE_SIZE': 'The size of a page is a number from 0 to {max, number}.',
  'Fault.BAD_USER_INPUT.PAGE_DIRECTION':
    'Read forwards with “first” and “after”, or backwards with “last” and “before”.',
  'Fault.BAD_USER_INPUT.CURSOR': 'The cursor is not one of this list.',
  'Fault.RATE_LIMITED':
    'Too many requests. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'Fault.SERVICE_BUSY':
    'The service is busy. Try again in {seconds, plural, one {# second} other {# seconds}}: nothing was lost.',
  'Fault.INTERNAL_SERVER_ERROR': 'Something went wrong on our side. Tell us the number of the request.',

  'NextStepKind.SIGN_IN': 'Sign in',
  'NextStepKind.OPEN_ACCOUNT': 'Open an account',
  'NextStepKind.COMPLETE_PROFILE': 'Complete your profile',
  'NextStepKind.CONFIRM_EMAIL': 'Confirm your e-mail address',
  'NextStepKind.REQUEST_NEW_INVITATION': 'Ask for a new invitation',
  'NextStepKind.CONTACT_SUPPORT': 'Contact us',
  'NextStepKind.VIEW_ORGANIZATION': 'See the organization',
  'NextStepKind.VIEW_MEMBERSHIP': 'See your membership',
  'NextStepKind.ASK_ORGANIZATION': 'Ask the organization',
  'NextStepKind.USE_NEWEST_MAIL': 'Use the newest e-mail',
  'NextStepKind.CHECK_MAIL': 'Check your e-mail',
  'NextStepKind.WAIT': 'Wait a moment',
  'NextStepKind.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD': 'First access or forgotten password',
  'NextStepKind.FORGOTTEN_USERNAME': 'Forgotten username',
  'NextStepKind.SECOND_FACTOR': 'Confirm that it is you',
  'NextStepKind.ENROLL_SECOND_FACTOR': 'Add a second factor',
  'NextStepKind.LINK_ACCOUNTS': 'Join the two accounts',
  'NextStepKind.DONE': 'Done',

  'Locale.FR_CA': 'French',
  'Locale.EN_CA': 'English',

  'ClientScope.MEMBERS_READ': 'Read members and organizations',
  'ClientScope.MEMBERS_WRITE': 'Change members and organizations',
  'ClientScope.INVITATIONS_WRITE': 'Invite',
  'ClientScope.CLIENTS_MANAGE': 'Manage clients',
  'ClientScope.TEST_REALM': 'Drive the test realm',

  'InputIssueCode.REQUIRED': 'Missing',
  'InputIssueCode.TOO_SHORT': 'Too short',
  'InputIssueCode.TOO_LONG': 'Too long',
  'InputIssueCode.BAD_FORMAT': 'Wrong format',
  'InputIssueCode.NOT_ALLOWED': 'Not possible',
  'InputIssueCode.OUT_OF_RANGE': 'Out of range',
  'InputIssueCode.PASSWORD_RULE': 'Password rule',

  'FieldKind.TEXT': 'Line of text',
  'FieldKind.EMAIL': 'E-mail address',
  'FieldKind.PASSWORD': 'Password',
  'FieldKind.PHONE': 'Telephone number',
  'FieldKind.URL': 'Web address',
  'FieldKind.POSTAL_CODE': 'Postal code',
  'FieldKind.CHOICE': 'Choice',
  'FieldKind.CHECKBOX': 'Checkbox',
  'FieldKind.CODE': 'Access code',
  'FieldKind.DATE': 'Day',

  'StepState.DONE': 'Done',
  'StepState.CURRENT': 'In progress',
  'StepState.UPCOMING': 'To come',

  'staging.issue.word': 'This word is not known here. Write one of those in the documentation of imports.',
  'staging.issue.day': 'Write the day as YYYY-MM-DD.',
  'staging.issue.stays':
    'Write each as word, first day and last day, parted by commas: TV 2024-01-01 2025-12-31, LM 2026-01-01.',
  'staging.issue.stayTwice': 'The same one begins twice on the same day.',
  'staging.issue.period': 'The last day lies before the first one.',
} as const;
