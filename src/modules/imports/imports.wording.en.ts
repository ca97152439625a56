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
  'imports.finding.ROW_TWICE': 'Row {otherRow} is the same record. Leave one of them out.',
  'imports.finding.RECORD_TWICE':
    'Row {otherRow} changes the same record: two were merged here. This row is left out; import the file once more, or correct it here.',
  'imports.finding.PERSON_UNKNOWN': 'No person of this source has this id. Import people first.',
  'imports.finding.ORGANIZATION_UNKNOWN':
    'No organization of this source has this id. Import organizations first.',
  'imports.finding.ONE_HOLDER': 'Name either a person or an organization.',
  'imports.finding.CLASS_UNKNOWN':
    'The association has no class with this code. Correct the code, or have the class added first.',
  'imports.finding.CLASS_OF_OTHERS':
    'This class is not for such a holder: it is either for people or for organizations.',
  'imports.finding.NUMBER_OF_OTHER':
    'This member number belongs to somebody else. Correct the number, or name its holder; if the two are one, have them merged.',
  'imports.finding.SECOND_NUMBER':
    'The holder has another member number: give all rows of one holder the same, the one on file if there is one.',
  'imports.finding.STAYS_OVERLAP':
    'Two stays of this membership overlap: each day belongs to one class. Let the earlier one end before the later one begins.',
  'imports.finding.TERMS_OVERLAP':
    'Two terms of this membership overlap. Let the earlier one end before the later one begins.',
  'imports.finding.TERM_TWICE':
    'Row {otherRow} says another last day or kind of the same term. Let both say the same, or leave the term out of one.',
  'imports.finding.NUMBER_MERGED':
    'The member of this number was merged here with another, whose number is kept. The row is left out: record what is new in it under the kept number, or undo the merge.',
  'imports.finding.ROLE_TWICE':
    'The person has this role already at that time. Leave the row out, or correct its days so that each day is said once.',
  'imports.finding.TWO_PRINCIPALS':
    'The organization has another principal delegate at that time. Whoever became one here is followed by a hand-over, not by a file: leave the row out.',
  'imports.finding.PRINCIPAL_NOT_FOLLOWED':
    'The organization would stand without a principal delegate from that day on. Add who follows.',
  'imports.finding.DELEGATE_LIMIT':
    'More people would act for the organization than its class lets. Leave the row out, give somebody who left a last day, or have the limit raised.',
  'imports.finding.SECTION_UNKNOWN':
    'The association has no section with this code. Correct the code, or add the section first.',
  'imports.finding.SECTIONS_OVERLAP':
    'The organization is in this section twice on some day. Correct the days so that its stays do not overlap.',
  'imports.finding.HOLDS_OVERLAP':
    'Two holds of one kind overlap. Let the earlier one end before the later one begins, and name each in one row alone.',
  'imports.finding.CHANGED_HERE':
    'This was changed here since the last import, and the file says otherwise. What is here stays, and the row is left out: correct it here, or in the file.',
  'imports.finding.OPENS_ACCOUNT':
    'The account of this person has no address, and this e-mail address would be enough to open it. Nothing is changed, and the row is left out: give the account an address by replacing the lost one, or leave the column out.',
  'imports.finding.USERNAME_TAKEN':
    'Somebody else has this username. Leave the cell empty, or choose another.',
  'imports.finding.ADDRESS_TAKEN':
    'An account has this address already. This one is opened without an address; its owner can add one later.',
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
    'This is your own record, or that of your household or your organization. The row is left out: have somebody else of the staff import it.',
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
