import { describe, expect, it } from '@jest/globals';
import { organizationForm } from '../../src/modules/organizations/organization-form.ts';
import { profileForm } from '../../src/modules/people/profile-form.ts';
import type { Form } from '../../src/platform/graphql/form.ts';
import { createHouseWordings } from '../../src/wording.ts';

const wordings = createHouseWordings();
const zoe = {
  givenName: 'Zoé',
  familyName: 'Roy',
  email: 'zoe@maboite.example',
  workPhone: '+15146226483',
  workPhoneExtension: '150',
};
const boreales = {
  legalName: '9000-0001 Québec inc.',
  publicNameFr: 'Boréales',
  publicNameEn: 'Boreal',
  email: null,
  phone: '+15146226483',
  phoneExtension: null,
  website: null,
  street: null,
  street2: null,
  city: 'Montréal',
  province: 'QC',
  postalCode: 'H3H 1A1',
  country: 'CA',
};
const field = (form: Form, ...path: string[]) =>
  form.fields.find(known => known.path.join('.') === path.join('.'));

describe('the form of a person’s profile (C1)', () => {
  it('is filled in, and tells a browser what each field is', () => {
    const form = profileForm(wordings.in('fr-CA'), zoe);

    expect(form.name).toBe('updateProfile');
    expect(form.fields.map(({ path, autocomplete, value }) => [path.at(-1), autocomplete, value])).toEqual([
      ['givenName', 'given-name', 'Zoé'],
      ['familyName', 'family-name', 'Roy'],
      ['email', 'email', 'zoe@maboite.example'],
      ['workPhone', 'work tel', '514 622-6483'],
      ['workPhoneExtension', 'work tel-extension', '150'],
    ]);
  });

  it('says why the address is not changed here', () => {
    const address = field(profileForm(wordings.in('en-CA'), zoe), 'email');

    expect(address?.readOnlyReason).toContain('confirmation');
  });

  it('speaks both languages', () => {
    const [french, english] = (['fr-CA', 'en-CA'] as const).map(locale =>
      profileForm(wordings.in(locale), zoe),
    );

    for (const { path, label } of french?.fields ?? [])
      expect(label).not.toBe(field(english as Form, ...path)?.label);
  });
});

describe('the form of an organization’s profile (C1)', () => {
  it('offers the provinces in the language of the reader, and keeps the legal name', () => {
    const form = organizationForm(wordings.in('fr-CA'), boreales, null);

    const options = field(form, 'input', 'province')?.options ?? [];
    expect(options).toHaveLength(13);
    expect(options).toContainEqual({ value: 'BC', label: 'Colombie-Britannique' });
    const fixed = form.fields.filter(({ readOnlyReason }) => readOnlyReason !== null);
    expect(fixed.map(({ path, value }) => [path, value])).toEqual([[['legalName'], '9000-0001 Québec inc.']]);
  });

  it('lets the province be typed abroad', () => {
    const form = organizationForm(
      wordings.in('fr-CA'),
      { ...boreales, country: 'FR', province: 'Bretagne' },
      null,
    );

    expect(field(form, 'input', 'province')).toMatchObject({ kind: 'TEXT', options: [], value: 'Bretagne' });
  });

  it('says for every field why a reader cannot change it', () => {
    const form = organizationForm(wordings.in('en-CA'), boreales, 'Your role lets you read.');

    expect(form.fields.every(({ readOnlyReason }) => readOnlyReason !== null)).toBe(true);
  });
});
