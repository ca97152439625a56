import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { newId, toPublicId } from '../../src/kernel/id.ts';
import { readDraft, type InvitationDraft } from '../../src/modules/invitations/read-draft.ts';
import { FakeClock } from '../support/fake-clock.ts';

const clock = new FakeClock();
const person = toPublicId('Person', newId<'Person'>(clock, randomBytes));
const organization = toPublicId('Organization', newId<'Organization'>(clock, randomBytes));
const membership = toPublicId('Membership', newId<'Membership'>(clock, randomBytes));
const email = 'jean@maboite.ca';
const named = { email, locale: 'fr-CA', givenName: 'Jean', familyName: 'Tremblay' } as const;

describe('B8: each row of a list of invitations is read by itself', () => {
  test.each<[string, InvitationDraft, string]>([
    ['without an address', { ...named, email: '' }, 'BAD_ADDRESS'],
    ['with two addresses', { ...named, email: 'a@b.ca, c@d.ca' }, 'BAD_ADDRESS'],
    [
      'with a line break in the address',
      { ...named, email: 'jean@maboite.ca\r\nBcc: x@y.ca' },
      'BAD_ADDRESS',
    ],
    ['that names nobody', { email, locale: 'fr-CA' }, 'INCOMPLETE'],
    ['with a given name alone', { ...named, familyName: ' ' }, 'INCOMPLETE'],
    ['with a control character in a name', { ...named, givenName: 'Je\u0007an' }, 'INCOMPLETE'],
    ['with a name of 101 characters', { ...named, familyName: 'x'.repeat(101) }, 'INCOMPLETE'],
    ['with an organization and no role', { ...named, organizationId: organization }, 'INCOMPLETE'],
    ['with an empty list of roles', { ...named, organizationId: organization, roles: [] }, 'INCOMPLETE'],
    ['with roles and no organization', { ...named, roles: ['PRINCIPAL'] }, 'INCOMPLETE'],
    ['with two targets', { ...named, membershipId: membership, staffRole: 'READER' as never }, 'INCOMPLETE'],
    ['with an id that is none', { ...named, organizationId: 'org_1', roles: ['PRINCIPAL'] }, 'NOT_FOUND'],
    ['with an id of another kind', { ...named, membershipId: organization }, 'NOT_FOUND'],
    ['with a person id that is none', { ...named, personId: 'per_x' }, 'NOT_FOUND'],
  ])('a row %s is answered %s', (_, draft, outcome) => {
    expect(readDraft(draft)).toBe(outcome);
  });

  test('a person by id and a person by name are told apart', () => {
    expect(readDraft({ ...named, personId: person })).toMatchObject({ invitee: { kind: 'ON_FILE' } });
    expect(readDraft(named)).toMatchObject({
      invitee: { kind: 'NEW', givenName: 'Jean', familyName: 'Tremblay' },
      target: { kind: 'PERSON' },
    });
  });

  test('roles are read once each and in one order', () => {
    const read = readDraft({
      ...named,
      organizationId: organization,
      roles: ['CONTACT', 'PRINCIPAL', 'CONTACT'],
    });

    expect(read).toMatchObject({ target: { kind: 'DELEGATION', roles: ['PRINCIPAL', 'CONTACT'] } });
  });

  test('a membership names its holder by itself', () => {
    const read = readDraft({ email, locale: 'en-CA', membershipId: membership });

    expect(read).toMatchObject({
      invitee: { kind: 'HOLDER' },
      target: { kind: 'MEMBERSHIP' },
      locale: 'en-CA',
    });
  });
});
