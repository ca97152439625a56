import { describe, expect, test } from '@jest/globals';
import { dateInWords } from '../../src/platform/wording/date-in-words.ts';
import { InvitationState, InvitationTargetKind } from '../../src/modules/invitations/invitation.enums.ts';
import {
  actionOfInviting,
  judgeAddress,
  languagesToOffer,
} from '../../src/modules/invitations/invitation.policy.ts';
import { expiryOf, isReissuable, lastDayOf, stateOf } from '../../src/modules/invitations/invitation.ts';
import { LanguagePolicy, officeLanguage } from '../../src/modules/associations/index.ts';
import { localDate } from '../../src/kernel/local-date.ts';

const now = new Date('2026-11-22T15:00:00.000Z');
const later = new Date('2026-12-23T04:59:59.999Z');
const earlier = new Date('2026-11-01T12:00:00.000Z');
const open = { acceptedAt: null, declinedAt: null, revokedAt: null, expiresAt: later };

describe('B1: the state of an invitation follows from its facts', () => {
  test.each([
    ['nobody has answered', open, InvitationState.PENDING],
    ['its last instant is now', { ...open, expiresAt: now }, InvitationState.PENDING],
    [
      'its last instant is over',
      { ...open, expiresAt: new Date(now.getTime() - 1) },
      InvitationState.EXPIRED,
    ],
    ['it was accepted', { ...open, acceptedAt: earlier }, InvitationState.ACCEPTED],
    [
      'it was accepted and its day is over',
      { ...open, acceptedAt: earlier, expiresAt: earlier },
      InvitationState.ACCEPTED,
    ],
    ['it was declined', { ...open, declinedAt: earlier }, InvitationState.DECLINED],
    ['it was withdrawn', { ...open, revokedAt: earlier }, InvitationState.REVOKED],
    [
      'it was withdrawn after its day',
      { ...open, revokedAt: now, expiresAt: earlier },
      InvitationState.REVOKED,
    ],
  ])('when %s', (_, facts, state) => {
    expect(stateOf(facts, now)).toBe(state);
  });

  test('it is good through the end of a day in the zone of its association', () => {
    const toronto = expiryOf(now, 30, 'America/Toronto');
    const vancouver = expiryOf(now, 30, 'America/Vancouver');

    expect(toronto.toISOString()).toBe('2026-12-23T04:59:59.999Z');
    expect(vancouver.toISOString()).toBe('2026-12-23T06:59:59.999Z');
    expect(lastDayOf(toronto, 'America/Toronto')).toBe('2026-12-22');
    expect(lastDayOf(vancouver, 'America/Vancouver')).toBe('2026-12-22');
  });
});

describe('B7: who holds an expired code can have a fresh one', () => {
  const zone = 'America/Toronto';
  const expired = { ...open, expiresAt: new Date('2026-11-21T04:59:59.999Z'), reissues: 0 };

  test.each([
    ['on the next day', expired, now, true],
    ['on the sixtieth day', expired, new Date('2027-01-20T04:59:59.999Z'), true],
    ['on the sixty-first day', expired, new Date('2027-01-20T05:00:00.000Z'), false],
    ['a third time', { ...expired, reissues: 2 }, now, true],
    ['a fourth time', { ...expired, reissues: 3 }, now, false],
    ['while it can be used', { ...expired, expiresAt: later }, now, false],
    ['once it was withdrawn', { ...expired, revokedAt: earlier }, now, false],
    ['once it was declined', { ...expired, declinedAt: earlier }, now, false],
    ['once it was accepted', { ...expired, acceptedAt: earlier }, now, false],
  ])('%s', (_, facts, at, allowed) => {
    expect(isReissuable(facts, at, zone)).toBe(allowed);
  });
});

describe('B4: an account that exists accepts under its own address, or as the association says', () => {
  const invited = 'jean@maboite.ca';

  test.each([
    ['ALLOW', [invited], 'ACCEPT'],
    ['VERIFY', [invited], 'ACCEPT'],
    ['REFUSE', ['autre@maboite.ca', invited], 'ACCEPT'],
    ['ALLOW', ['autre@maboite.ca'], 'ACCEPT'],
    ['VERIFY', ['autre@maboite.ca'], 'CONFIRM_FIRST'],
    ['REFUSE', ['autre@maboite.ca'], 'REFUSE'],
    ['REFUSE', [], 'REFUSE'],
  ] as const)('under %s with %j it is %s', (policy, verified, verdict) => {
    const own = verified.map(normalized => ({ normalized, verifiedAt: new Date(0) }));
    expect(judgeAddress(policy, invited, own)).toBe(verdict);
  });

  test.each([
    ['ALLOW', 'ACCEPT'],
    ['VERIFY', 'CONFIRM_FIRST'],
    ['REFUSE', 'CONFIRM_FIRST'],
  ] as const)('under %s an address that was imported as verified is %s', (policy, verdict) => {
    expect(judgeAddress(policy, invited, [{ normalized: invited, verifiedAt: null }])).toBe(verdict);
  });
});

describe('Z15: languages and rights around an invitation', () => {
  test.each([
    [LanguagePolicy.FR_ONLY, 'en-CA', ['fr-CA']],
    [LanguagePolicy.FR_ONLY, 'fr-CA', ['fr-CA']],
    [LanguagePolicy.FR_FIRST_CHOICE, 'en-CA', ['fr-CA', 'en-CA']],
    [LanguagePolicy.FR_FIRST_CHOICE, 'fr-CA', ['fr-CA', 'en-CA']],
    [LanguagePolicy.BILINGUAL_CHOICE, 'en-CA', ['en-CA', 'fr-CA']],
    [LanguagePolicy.BILINGUAL_CHOICE, 'fr-CA', ['fr-CA', 'en-CA']],
  ] as const)('under %s a page in %s offers %j', (policy, shown, offered) => {
    expect(languagesToOffer(policy, shown)).toEqual(offered);
  });

  test('the office reads French where French comes first', () => {
    expect(officeLanguage(LanguagePolicy.FR_ONLY)).toBe('fr-CA');
    expect(officeLanguage(LanguagePolicy.FR_FIRST_CHOICE)).toBe('fr-CA');
    expect(officeLanguage(LanguagePolicy.BILINGUAL_CHOICE)).toBe('en-CA');
  });

  test('inviting to the staff is an act of its own', () => {
    expect(actionOfInviting(InvitationTargetKind.STAFF_ROLE)).toBe('INVITE_STAFF');
    expect(actionOfInviting(InvitationTargetKind.DELEGATION)).toBe('INVITE');
    expect(actionOfInviting(InvitationTargetKind.MEMBERSHIP)).toBe('INVITE');
    expect(actionOfInviting(InvitationTargetKind.PERSON)).toBe('INVITE');
  });

  test.each([
    ['2026-12-22', 'fr-CA', 'le 22 décembre 2026'],
    ['2026-12-01', 'fr-CA', 'le 1er décembre 2026'],
    ['2026-12-22', 'en-CA', 'December 22, 2026'],
    ['2026-12-01', 'en-CA', 'December 1, 2026'],
  ] as const)('%s in %s is written %s', (day, locale, words) => {
    expect(dateInWords(localDate(day), locale)).toBe(words);
  });
});
