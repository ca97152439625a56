export const namingWordingEn = {
  'organizations.naming.same': 'It is its legal name already.',
  'organizations.naming.ahead': 'Record the new name once it holds: choose today or a day before.',
  'organizations.naming.beforeLast': 'Names follow each other: choose a day after the last change.',
  'organizations.naming.upload': 'Choose a file that you have just sent as a document for this association.',
} as const;
