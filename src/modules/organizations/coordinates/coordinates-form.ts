import { PROVINCES } from '../../../kernel/province.ts';
import { FieldKind, FieldOption, Form, FormField, type FieldFacts } from '../../../platform/graphql/form.ts';
import { formatPhone } from '../../../platform/phone.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { LONGEST_EXTENSION, LONGEST_PHONE } from '../../people/index.ts';
import {
  LONGEST_EMAIL,
  LONGEST_LINE,
  LONGEST_POSTAL_CODE,
  LONGEST_WEBSITE,
} from '../organization-profile.ts';
import { provinceName } from '../postal-address.ts';
import { ADDRESS_KINDS, EMAIL_KINDS, PHONE_KINDS, WEBSITE_KINDS } from './coordinate-kinds.ts';
import { MOST_OF_EACH, type Coordinates } from './coordinates.ts';

type Facts = Omit<FieldFacts, 'path' | 'label' | 'value' | 'readOnlyReason'>;
type Values = Readonly<Record<string, string | null>>;

/**
 * The form of `setOrganizationCoordinates`: a row for each that is on file, and an empty one in each list that has
 * room. `readOnly` words why all of it is fixed.
 */
export function coordinatesForm(
  wording: Wording,
  { addresses, phones, emails, websites }: Coordinates,
  readOnly: string | null,
): Form {
  const label = (name: string, values = {}): string =>
    wording.of(`organizations.coordinates.form.${name}`, values);
  const kinds = (enumeration: string, values: readonly string[]): Facts => ({
    kind: FieldKind.CHOICE,
    required: true,
    options: values.map(value => new FieldOption(value, wording.of(`${enumeration}.${value}`))),
  });
  const list = (
    name: keyof Coordinates,
    rows: readonly Values[],
    fields: Readonly<Record<string, Facts>>,
  ) => {
    const shown = readOnly === null && rows.length < MOST_OF_EACH ? [...rows, {}] : rows;
    return shown.flatMap((values: Values, row) =>
      Object.entries(fields).map(
        ([field, facts]) =>
          new FormField({
            path: ['input', name, String(row), field],
            label: label(`${name}.${field}`, { row: row + 1 }),
            // Of a new row the first choice is as good as any.
            value: values[field] ?? (facts.required === true ? (facts.options?.[0]?.value ?? null) : null),
            ...facts,
            ...(readOnly !== null && { readOnlyReason: readOnly }),
          }),
      ),
    );
  };
  const line: Facts = { kind: FieldKind.TEXT, maxLength: LONGEST_LINE };

  return new Form({
    name: 'setOrganizationCoordinates',
    title: label('title'),
    submitLabel: label('submit'),
    fields: [
      ...list('addresses', addresses.map(asValues), {
        kind: kinds('OrganizationAddressKind', ADDRESS_KINDS),
        street: line,
        street2: line,
        city: line,
        province: {
          ...line,
          // Where one address is abroad there is no list to choose from.
          ...(addresses.every(({ country }) => country === 'CA') && {
            kind: FieldKind.CHOICE,
            options: PROVINCES.map(code => new FieldOption(code, provinceName(code, wording))),
          }),
        },
        postalCode: { kind: FieldKind.POSTAL_CODE, maxLength: LONGEST_POSTAL_CODE },
        country: {
          kind: FieldKind.TEXT,
          maxLength: 2,
          help: wording.of('organizations.profile.country.help'),
        },
      }),
      ...list(
        'phones',
        phones.map(phone => ({ ...phone, number: formatPhone(phone.number, null, wording.locale) })),
        {
          kind: kinds('OrganizationPhoneKind', PHONE_KINDS),
          number: { kind: FieldKind.PHONE, maxLength: LONGEST_PHONE },
          extension: { kind: FieldKind.TEXT, maxLength: LONGEST_EXTENSION },
        },
      ),
      ...list('emails', emails.map(asValues), {
        kind: kinds('OrganizationEmailKind', EMAIL_KINDS),
        address: { kind: FieldKind.EMAIL, maxLength: LONGEST_EMAIL },
      }),
      ...list('websites', websites.map(asValues), {
        kind: kinds('OrganizationWebsiteKind', WEBSITE_KINDS),
        url: {
          kind: FieldKind.URL,
          maxLength: LONGEST_WEBSITE,
          help: wording.of('organizations.profile.website.help'),
        },
      }),
    ],
  });
}

const asValues = <T extends object>(facts: T): Values => ({ ...facts }) as Values;
