import { describe, expect, it } from '@jest/globals';
import {
  domainOfAddress,
  isPublicProvider,
  readEmailDomain,
} from '../../src/modules/organizations/joining/email-domain.ts';
import {
  stateOfRequest,
  type RequestEnd,
} from '../../src/modules/organizations/joining/join-request-state.ts';
import { readEmailAddress } from '../../src/kernel/email-address.ts';

describe('the e-mail domain of an organization (B11)', () => {
  it.each([
    ['boreales.example', 'boreales.example'],
    [' Boreales.EXAMPLE ', 'boreales.example'],
    ['boréales.example', 'xn--borales-dya.example'],
    ['xn--borales-dya.example', 'xn--borales-dya.example'],
    ['@boreales.example', null],
    ['zoe@boreales.example', null],
    ['boreales', null],
    ['boreales.example.', null],
    ['boreales.example/x', null],
    ['192.0.2.1', null],
    ['ｂoreales.example', null],
    ['', null],
  ])('%j is read as %j', (typed, domain) => {
    expect(readEmailDomain(typed)).toBe(domain);
  });

  it.each([
    ['zoe@boreales.example', 'boreales.example', true],
    ['ZOE@Boreales.Example', 'boreales.example', true],
    ['zoé@boréales.example', 'boréales.example', true],
    ['zoe@films.boreales.example', 'boreales.example', false],
    ['zoe@boreales.example.com', 'boreales.example', false],
    ['zoe@mesboreales.example', 'boreales.example', false],
  ])('%s belongs to %s: %j', (address, domain, belongs) => {
    const own = domainOfAddress(readEmailAddress(address)!.normalized);

    expect(own === readEmailDomain(domain)).toBe(belongs);
  });

  it.each([
    'gmail.com',
    'outlook.com',
    'videotron.ca',
    'hotmail.com',
    'yahoo.ca',
    'yahoo.co.uk',
    'icloud.com',
  ])('anybody can have an address at %s', domain => {
    expect(isPublicProvider(domain)).toBe(true);
    expect(isPublicProvider(`mail.${domain}`)).toBe(true);
  });

  it.each([
    'boreales.example',
    'gmail.boreales.example',
    'notgmail.com',
    'yahoo.films.ca',
    'outlookfilms.com',
  ])('not at %s', domain => {
    expect(isPublicProvider(domain)).toBe(false);
  });
});

describe('where a request to join stands (B10)', () => {
  const expiresAt = new Date('2026-12-23T04:59:59.999Z');
  it.each<[RequestEnd | null, string, string]>([
    [null, '2026-12-23T04:59:59.999Z', 'PENDING'],
    [null, '2026-12-23T05:00:00.000Z', 'EXPIRED'],
    ['APPROVED', '2026-12-30T05:00:00.000Z', 'APPROVED'],
    ['WITHDRAWN', '2026-11-30T05:00:00.000Z', 'WITHDRAWN'],
  ])('ended %j, at %s: %s', (endedWhy, now, state) => {
    expect(stateOfRequest({ expiresAt, endedWhy }, new Date(now))).toBe(state);
  });
});
