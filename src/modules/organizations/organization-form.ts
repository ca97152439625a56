import { PROVINCES } from '../../kernel/province.ts';
import { FieldKind, FieldOption, Form, FormField, type FieldFacts } from '../../platform/graphql/form.ts';
import { formatPhone } from '../../platform/phone.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { LONGEST_EXTENSION, LONGEST_PHONE } from '../people/index.ts';
import {
  LONGEST_EMAIL,
  LONGEST_LINE,
  LONGEST_POSTAL_CODE,
  LONGEST_WEBSITE,
  type OrganizationProfile,
} from './organization-profile.ts';
import { provinceName } from './postal-address.ts';

export interface OrganizationFormFacts extends OrganizationProfile {
  readonly legalName: string;
}

/** The form of `updateOrganizationProfile`, filled in with what is on file. `readOnly` words why all of it is fixed. */
export function organizationForm(
  wording: Wording,
  organization: OrganizationFormFacts,
  readOnly: string | null,
): Form {
  const label = (name: string): string => wording.of(`organizations.profile.${name}`);
  const field = (name: keyof OrganizationProfile, facts: Omit<FieldFacts, 'path' | 'label'>): FormField =>
    new FormField({
      path: ['input', name],
      label: label(name),
      value: organization[name],
      ...facts,
      ...(readOnly !== null && { readOnlyReason: readOnly }),
    });
  const line = (name: keyof OrganizationProfile, autocomplete: string, required = false): FormField =>
    field(name, { kind: FieldKind.TEXT, autocomplete, maxLength: LONGEST_LINE, required });

  return new Form({
    name: 'updateOrganizationProfile',
    title: label('title'),
    submitLabel: label('submit'),
    fields: [
      new FormField({
        path: ['legalName'],
        label: label('legalName'),
        kind: FieldKind.TEXT,
        value: organization.legalName,
        readOnlyReason: label('legalName.readOnly'),
      }),
      line('publicNameFr', 'organization', true),
      line('publicNameEn', 'organization', true),
      field('email', { kind: FieldKind.EMAIL, autocomplete: 'work email', maxLength: LONGEST_EMAIL }),
      field('phone', {
        kind: FieldKind.PHONE,
        autocomplete: 'work tel',
        maxLength: LONGEST_PHONE,
        value: organization.phone && formatPhone(organization.phone, null, wording.locale),
      }),
      field('phoneExtension', {
        kind: FieldKind.TEXT,
        autocomplete: 'work tel-extension',
        maxLength: LONGEST_EXTENSION,
      }),
      field('website', {
        kind: FieldKind.URL,
        autocomplete: 'url',
        maxLength: LONGEST_WEBSITE,
        help: label('website.help'),
      }),
      line('street', 'address-line1'),
      line('street2', 'address-line2'),
      line('city', 'address-level2'),
      provinceField(field, organization, wording),
      field('postalCode', {
        kind: FieldKind.POSTAL_CODE,
        autocomplete: 'postal-code',
        maxLength: LONGEST_POSTAL_CODE,
      }),
      field('country', {
        kind: FieldKind.TEXT,
        autocomplete: 'country',
        maxLength: 2,
        help: label('country.help'),
      }),
    ],
  });
}

/** Outside Canada there is no list to choose from. */
function provinceField(
  field: (name: 'province', facts: Omit<FieldFacts, 'path' | 'label'>) => FormField,
  { country }: OrganizationFormFacts,
  wording: Wording,
): FormField {
  const autocomplete = 'address-level1';
  if (country !== 'CA')
    return field('province', { kind: FieldKind.TEXT, autocomplete, maxLength: LONGEST_LINE });
  const options = PROVINCES.map(code => new FieldOption(code, provinceName(code, wording)));
  return field('province', { kind: FieldKind.CHOICE, autocomplete, options });
}
