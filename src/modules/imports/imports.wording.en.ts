export const importsWordingEn = {
  'ImportKind.PEOPLE': 'People',
  'ImportKind.ORGANIZATIONS': 'Organizations',
  'ImportKind.MEMBERSHIPS': 'Memberships',
  'ImportKind.DELEGATIONS': 'Delegates',
  'ImportKind.ACCOUNTS': 'Accounts',
  'ImportMode.DRY_RUN': 'Dry run',
  'ImportMode.COMMIT': 'Import',
  'ImportState.WAITING': 'Waiting',
  'ImportState.READING': 'Reading the file',
  'ImportState.WRITING': 'Writing',
  'ImportState.DONE': 'Done',
  'ImportState.FAULTY': 'To be corrected',
  'ImportState.FAILED': 'Failed',
  'ImportState.CANCELLED': 'Cancelled',
  'ImportSeverity.FAULT': 'Fault',
  'ImportSeverity.NOTICE': 'Notice',
  'ImportSeverity.DUPLICATE': 'Possible duplicate',

  ImportFileNotFound: 'We do not have this file. Send it again.',
  ImportRunning: 'The association is writing another import. Wait until it is done, or cancel it.',
  ImportRunNotFound: 'There is no such import.',
  ImportOver: 'This import is already over.',
  'imports.issue.source': 'Use letters without accents, digits, dots, dashes and underscores.',
  'imports.answer.YES': 'Yes',
  'imports.answer.NO': 'No',

  'imports.finding.NO_TEXT': 'This is not a text file. Save the table as CSV.',
  'imports.finding.EMPTY': 'The file is empty.',
  'imports.finding.COLUMN_UNKNOWN':
    'This column is not known here. Remove it, or give it one of the names in the documentation.',
  'imports.finding.COLUMN_TWICE': 'The file has this column twice.',
  'imports.finding.COLUMN_MISSING': 'The file lacks this column.',
  'imports.finding.ROW_WIDTH':
    'The row has {cells, plural, one {# cell} other {# cells}}, but the file has {names, plural, one {# column} other {# columns}}.',
  'imports.finding.UNREADABLE':
    'The file cannot be read from this row on: a quotation mark is missing or misplaced.',
  'imports.finding.ROW_TWICE': 'Row {otherRow} is the same record.',
  'imports.finding.PERSON_UNKNOWN': 'No person of this source has this id. Import people first.',
  'imports.finding.ORGANIZATION_UNKNOWN':
    'No organization of this source has this id. Import organizations first.',
  'imports.finding.ONE_HOLDER': 'Name either a person or an organization.',
  'imports.finding.CLASS_UNKNOWN': 'The association has no class with this code.',
  'imports.finding.CLASS_OF_OTHERS':
    'This class is not for such a holder: it is either for people or for organizations.',
  'imports.finding.NUMBER_OF_OTHER': 'This member number belongs to somebody else.',
  'imports.finding.SECOND_NUMBER': 'The holder has another member number.',
  'imports.finding.STAYS_OVERLAP': 'Two stays of this membership overlap: each day belongs to one class.',
  'imports.finding.TERMS_OVERLAP': 'Two terms of this membership overlap.',
  'imports.finding.ROLE_TWICE': 'The person has this role already at that time.',
  'imports.finding.TWO_PRINCIPALS':
    'The organization has another principal delegate at that time. Whoever became one here is followed by a hand-over, not by a file: leave the row out.',
  'imports.finding.PRINCIPAL_NOT_FOLLOWED':
    'The organization would stand without a principal delegate from that day on. Add who follows.',
  'imports.finding.DELEGATE_LIMIT':
    'More people would act for the organization than its class lets. Leave the row out, give somebody who left a last day, or have the limit raised.',
  'imports.finding.SECTION_UNKNOWN': 'The association has no section with this code.',
  'imports.finding.SECTIONS_OVERLAP': 'The organization is in this section twice on some day.',
  'imports.finding.HOLDS_OVERLAP': 'Two holds of one kind overlap.',
  'imports.finding.CHANGED_HERE':
    'This was changed here since the last import, and the file says otherwise. What is here stays, and the row is left out: correct it here, or in the file.',
  'imports.finding.USERNAME_TAKEN':
    'Somebody else has this username. Leave the cell empty, or choose another.',
  'imports.finding.ADDRESS_TAKEN':
    'Somebody already signs in with this address. The account is opened without one.',
  'imports.finding.ADDRESS_IN_FILE':
    'Row {otherRow} has the same address, and keeps it. This account is opened without one.',
  'imports.finding.HASH_UNKNOWN':
    'This kind of password cannot be taken over. Its owner chooses another at the first access.',
  'imports.finding.HAS_ACCOUNT': 'The person has an account already. The row is left out.',
  'imports.finding.PERSON_TWICE':
    'Row {otherRow} opens the account of the same person: two records were merged. This row is left out.',
  'imports.finding.KIND_OF_REPRESENTED':
    'Others stand for this person: the account is not one person’s. Leave the cell empty.',
  'imports.finding.KIND_OF_NOBODY_ELSE':
    'This person acts for no organization, and nobody stands for them. Import the role or record the representation first, or leave the cell empty.',
  'imports.finding.ACCOUNT_KEPT':
    'The account was opened by an earlier import. How somebody signs in is not changed by a file; the row is left out.',
  'imports.finding.OWN_RECORD':
    'This is your own record, or that of your organization: somebody else must change it. The row is left out.',
  'imports.finding.PERSON_ON_FILE':
    'Somebody of this name with the same address or telephone number is on file.',
  'imports.finding.PERSON_IN_FILE':
    'Row {otherRow} has the same name with the same address or telephone number.',
  'imports.finding.ORGANIZATION_ON_FILE': 'An organization of this name is on file.',
  'imports.finding.ORGANIZATION_IN_FILE': 'Row {otherRow} has the same name.',
  'imports.finding.RIGHT_GONE':
    'Whoever started the import may not import here any more. Somebody else of the staff can start it again.',
  'imports.finding.FILE_GONE': 'The file has been removed. Send it again.',
  'imports.finding.CONFLICT': 'Something on file was changed at the same moment. Start the import again.',
  'imports.finding.GIVEN_UP': 'The import was interrupted again and again. Write to support.',
} as const;
