export const sectionsWordingEn = {
  'organizations.sections.form.title': 'Sections',
  'organizations.sections.form.submit': 'Save the sections',
  'organizations.sections.form.readOnly': 'Your role lets you see the sections, not change them.',
  'organizations.sections.form.sectionId': 'Section {row}',
  'organizations.sections.form.from': 'First day in section {row}',
  'organizations.sections.form.to': 'Last day in section {row}',
  'organizations.sections.form.to.help': 'Leave it empty as long as no end is in sight.',
  'organizations.sections.form.withdrawn': 'Section {row}: take it back, it has not begun',
  'organizations.sections.issue.unknown': 'The association has no such section. Choose one of the list.',
  'organizations.sections.issue.twice': 'This section is given twice with the same first day.',
  'organizations.sections.issue.backwards': 'The last day comes before the first one.',
  'organizations.sections.issue.tooFar': 'Choose a day within the next ten years.',
  'organizations.sections.issue.past':
    'What was cannot be changed here: choose a first day from today on, or a last day from yesterday on. To correct the past, write to the association.',
  'organizations.sections.issue.begun':
    'This stay has begun and stays on record. Give it a last day instead.',
  'organizations.sections.issue.over':
    'This stay is over. If the organization is in the section again, begin another one.',
  'organizations.sections.issue.overlap':
    'The organization is in this section on some of these days already. Choose other days.',
} as const;
