import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locale } from '../../src/kernel/locale.ts';
import { mailsPorts } from '../../src/modules/mails/index.ts';
import { queueMail, type LetterBody } from '../../src/platform/mail/index.ts';
import { LANGUAGES } from '../browser/words.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { LETTER_SAMPLES, type LetterSample } from './letter-samples.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Lines end where mail programs end them; a space that does not break stays one. */
const inOneLine = (text: string): string => text.replace(/[ \r\n]+/g, ' ').trim();

/** What somebody reads of a page: nothing of its head, and no tags. */
const readable = (html: string): string =>
  html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<\/?(?:a|span|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);

/** Kinds, moments, pages and ids tell the letter what to say; everything else is filled in for people to read. */
const NOT_SHOWN = /^(?:[A-Z_]+|\d{4}-\d\d-\d\d.*|America\/.*|https:.*|[\da-f-]{36})$/;
const shownValues = (value: unknown): string[] => {
  if (typeof value === 'string') return NOT_SHOWN.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(shownValues) : [];
};

/** What was not filled in, keys of sentences, and the marks of a typewriter. */
const NEVER =
  /undefined|null|NaN|\[object|[{}'"]|\b(?:accounts|invitations|secondFactors|lostAddress|mail)[.]\w/;
const FOREIGN: Readonly<Record<Locale, RegExp>> = {
  // OQLF, as the wordings keep it: here around what was filled in, too, where « de » or « que » may meet a vowel.
  'fr-CA':
    / [:;!?»$%]|\S:(?=\s|$)|«(?!\u00A0)|(?<!\u00A0)»|[“”]|(?<![\p{L}-])(?:de|que|le|la|ne|je|se) (?=[aeiouàâéèêîôû])/iu,
  'en-CA': /[«»]|\s[:;!?]/,
};

describe('every mail, read from the mailbox as HTML and as text', () => {
  let portal: Portal;
  const addressOf = (sample: LetterSample, locale: Locale): string =>
    `${LETTER_SAMPLES.indexOf(sample)}.${locale}@maboite.example`.toLowerCase();
  beforeAll(async () => {
    portal = await openPortal();
    await portal.parts.db.transaction(async tx => {
      for (const locale of LANGUAGES)
        for (const sample of LETTER_SAMPLES)
          await queueMail(portal.parts, tx, {
            letter: sample.letter,
            to: addressOf(sample, locale),
            locale,
            associationId: portal.world.aqpm.association.id,
            values: sample.values as never,
            secret: sample.secret,
          });
    });
    await portal.runDue();
  });
  afterAll(() => portal.close());

  const composed = async ({ letter, values, secret }: LetterSample, locale: Locale): Promise<LetterBody> => {
    const { parts, world } = portal;
    const sender = await parts.ports.of(mailsPorts).senderOf(parts.db, world.aqpm.association.id, locale);
    return letter.compose({ wording: parts.wordings.in(locale), values: values as never, sender, secret });
  };

  const names = [...new Set(LETTER_SAMPLES.map(({ letter }) => letter.name))];
  it('is sampled here', () => {
    const { letters } = portal.parts.ports.of(mailsPorts);

    expect(names.sort()).toEqual(letters.map(({ name }) => name).sort());
  });

  describe.each(LANGUAGES)('in %s', locale => {
    it.each(names)('%s', async name => {
      const { senderNameFr, senderNameEn, postalAddress, supportEmail } = portal.world.aqpm.association;
      const senderName = locale === 'fr-CA' ? senderNameFr : senderNameEn;
      for (const sample of LETTER_SAMPLES.filter(({ letter }) => letter.name === name)) {
        const { subject, parts } = await composed(sample, locale);
        const mail = portal.mailbox.lastTo(addressOf(sample, locale));

        expect(mail.subject).toBe(subject);
        expect(mail.message.from?.name).toBe(senderName);
        expect(mail.header('content-language')).toBe(locale);
        expect(mail.html).toContain(`<html lang="${locale}" dir="ltr">`);
        expect(mail.html).toContain(`<main lang="${locale}" dir="ltr">`);
        for (const body of [mail.text, readable(mail.html)].map(inOneLine)) {
          for (const part of parts) {
            if (part.kind === 'ACTION') expect(body).toContain(part.url);
            // A code may be in the link as well: people type the one that stands by itself.
            const words = body.replace(/https:\S+/g, '');
            expect(words).toContain(inOneLine(part.kind === 'TEXT' ? part.text : part.label));
            if (part.kind === 'CODE') expect(words).toContain(part.code);
          }
          for (const said of [
            subject,
            senderName,
            postalAddress,
            supportEmail,
            ...shownValues(sample.values),
          ])
            expect(body).toContain(inOneLine(said));
          expect(body).not.toMatch(NEVER);
          expect(body).not.toMatch(FOREIGN[locale]);
        }
        for (const part of parts)
          if (part.kind === 'ACTION') expect(mail.html).toContain(`href="${part.url}"`);
      }
    });
  });

  it.each(LANGUAGES)('what others are told of an invitation promises them nothing, in %s', locale => {
    for (const sample of LETTER_SAMPLES.filter(({ letter }) => /accepted|disputed/.test(letter.name)))
      expect(portal.mailbox.lastTo(addressOf(sample, locale)).text).not.toMatch(/Vous aurez|You will have/);
  });

  it.each(LANGUAGES)('the link of the sign-in page is called in a mail as it is there, in %s', locale => {
    const label = portal.parts.wordings.in(locale).of('NextStepKind.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD');
    const named = LETTER_SAMPLES.flatMap(sample => {
      const { text } = portal.mailbox.lastTo(addressOf(sample, locale));
      return [...text.matchAll(/[«“]\u00A0?([^»”]*(?:oublié|orgotten)[^»”]*?)\u00A0?[»”]/g)].map(
        ([, name]) => name,
      );
    });

    expect([...new Set(named)]).toEqual([label]);
  });

  it.each(LANGUAGES)('whoever owes nothing of a returned payment is told of no debt, in %s', locale => {
    const wording = portal.parts.wordings.in(locale);
    for (const sample of LETTER_SAMPLES.filter(({ letter }) =>
      /^(?:payment-returned|taken-from)/.test(letter.name),
    )) {
      const debts = ['returned.credit', 'takenFromCredit.owed'].map(key =>
        wording.of(`payments.mail.${key}`, { owes: '~' }),
      );
      const text = inOneLine(portal.mailbox.lastTo(addressOf(sample, locale)).text);
      const { owes = null } = sample.values as { readonly owes?: string | null };

      expect(debts.some(debt => text.includes(inOneLine(debt.split('~')[0] ?? debt)))).toBe(owes !== null);
    }
  });

  it.each(names)('%s says nothing in one language that the other leaves as it is', async name => {
    for (const sample of LETTER_SAMPLES.filter(({ letter }) => letter.name === name)) {
      const [french, english] = await Promise.all(LANGUAGES.map(locale => composed(sample, locale)));

      expect(french?.subject).not.toBe(english?.subject);
      expect(french?.parts.map(({ kind }) => kind)).toEqual(english?.parts.map(({ kind }) => kind));
      french?.parts.forEach((part, place) => expect(part).not.toEqual(english?.parts[place]));
    }
  });
});
