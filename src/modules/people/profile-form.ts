import { FieldKind, Form, FormField } from '../../platform/graphql/form.ts';
import { formatPhone } from '../../platform/phone.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { LONGEST_EXTENSION, LONGEST_NAME, LONGEST_PHONE } from './profile.ts';

export interface ProfileFormFacts {
  readonly givenName: string;
  readonly familyName: string;
  /** The address that the person signs in with; else the one that the association writes to. */
  readonly email: string | null;
  readonly workPhone: string | null;
  readonly workPhoneExtension: string | null;
}

/** The form of `updateProfile`, filled in with what is on file. */
export function profileForm(wording: Wording, person: ProfileFormFacts): Form {
  return new Form({
    name: 'updateProfile',
    title: wording.of('people.profile.title'),
    submitLabel: wording.of('people.profile.submit'),
    fields: [
      new FormField({
        path: ['input', 'givenName'],
        label: wording.of('people.profile.givenName'),
        kind: FieldKind.TEXT,
        required: true,
        autocomplete: 'given-name',
        maxLength: LONGEST_NAME,
        value: person.givenName,
      }),
      new FormField({
        path: ['input', 'familyName'],
        label: wording.of('people.profile.familyName'),
        kind: FieldKind.TEXT,
        required: true,
        autocomplete: 'family-name',
        maxLength: LONGEST_NAME,
        value: person.familyName,
      }),
      new FormField({
        path: ['email'],
        label: wording.of('people.profile.email'),
        kind: FieldKind.EMAIL,
        autocomplete: 'email',
        value: person.email,
        readOnlyReason: wording.of('people.profile.email.readOnly'),
      }),
      new FormField({
        path: ['input', 'workPhone'],
        label: wording.of('people.profile.workPhone'),
        help: wording.of('people.profile.workPhone.help'),
        kind: FieldKind.PHONE,
        autocomplete: 'work tel',
        maxLength: LONGEST_PHONE,
        value: person.workPhone && formatPhone(person.workPhone, null, wording.locale),
      }),
      new FormField({
        path: ['input', 'workPhoneExtension'],
        label: wording.of('people.profile.workPhoneExtension'),
        kind: FieldKind.TEXT,
        autocomplete: 'work tel-extension',
        maxLength: LONGEST_EXTENSION,
        value: person.workPhoneExtension,
      }),
    ],
  });
}
