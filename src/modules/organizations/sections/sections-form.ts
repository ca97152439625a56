import { toPublicId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { FieldKind, FieldOption, Form, FormField, type FieldFacts } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { inLanguage, type SectionEntity } from '../../associations/index.ts';
import type { SectionStay } from '../organization.loaders.ts';

interface SectionsFormFacts {
  readonly stays: readonly SectionStay[];
  readonly sections: readonly SectionEntity[];
  readonly today: LocalDate;
  readonly mayChange: boolean;
}

/** The form of `setOrganizationSections`: a row for each stay that is not over, and one for a new stay. */
export function sectionsForm(
  wording: Wording,
  { stays, sections, today, mayChange }: SectionsFormFacts,
): Form {
  const label = (name: string, values = {}): string =>
    wording.of(`organizations.sections.form.${name}`, values);
  const option = ({ id, nameFr, nameEn }: SectionStay | SectionEntity): FieldOption =>
    new FieldOption(toPublicId('Section', id), inLanguage(wording.locale, nameFr, nameEn));
  const field = (row: number, name: string, facts: Omit<FieldFacts, 'path' | 'label'>): FormField =>
    new FormField({
      path: ['input', 'stays', String(row), name],
      label: label(name, { row: row + 1 }),
      ...facts,
      ...(!mayChange && { readOnlyReason: label('readOnly') }),
    });
  // Section and first day say which stay is meant: of one on record there is nothing to choose, yet it is sent.
  const known = (row: number, name: string, only: FieldOption): FormField =>
    field(row, name, { kind: FieldKind.CHOICE, required: true, options: [only], value: only.value });
  const lastDay = (row: number, value: LocalDate | null): FormField =>
    field(row, 'to', { kind: FieldKind.DATE, value, help: label('to.help') });

  const current = stays.filter(({ to }) => to === null || to > today);
  const rows = current.map((stay, row) => [
    known(row, 'sectionId', option(stay)),
    known(row, 'from', new FieldOption(stay.from, stay.from)),
    lastDay(row, stay.to && addDays(stay.to, -1)),
    ...(stay.from > today ? [field(row, 'withdrawn', { kind: FieldKind.CHECKBOX })] : []),
  ]);
  const added = [
    field(current.length, 'sectionId', { kind: FieldKind.CHOICE, options: sections.map(option) }),
    field(current.length, 'from', { kind: FieldKind.DATE, value: today }),
    lastDay(current.length, null),
  ];

  return new Form({
    name: 'setOrganizationSections',
    title: label('title'),
    submitLabel: label('submit'),
    fields: [...rows.flat(), ...(mayChange ? added : [])],
  });
}
