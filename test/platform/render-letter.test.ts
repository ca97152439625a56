import { describe, expect, test } from '@jest/globals';
import type { Locale } from '../../src/kernel/locale.ts';
import type { LetterBody, Sender } from '../../src/platform/mail/letter.ts';
import { mailWordingEn } from '../../src/platform/mail/mail.wording.en.ts';
import { mailWordingFr } from '../../src/platform/mail/mail.wording.fr.ts';
import { renderLetter, type RenderedLetter } from '../../src/platform/mail/render-letter.ts';
import { createWordings } from '../../src/platform/wording/catalogue.ts';

const wordings = createWordings([{ fr: mailWordingFr, en: mailWordingEn }]);

const aqpm: Sender = {
  name: 'AQPM',
  address: 'info@aqpm.example',
  postalAddress: '1470, rue Peel, bureau 950-A\nMontréal (Québec)  H3A 1T1',
  supportEmail: 'aide@aqpm.example',
  supportPhone: '+15143978600',
  website: 'https://aqpm.example/fr',
  colour: '#5b2a86',
  textColour: '#ffffff',
};

const invitation: LetterBody = {
  subject: 'Votre invitation',
  parts: [
    { kind: 'TEXT', text: 'Bonjour Léa,\n\nVotre maison vous attend.' },
    { kind: 'CODE', label: 'Code d’invitation', code: 'ABCD-EFGH-JKLM' },
    {
      kind: 'ACTION',
      label: 'Activer mon accès',
      url: 'https://aqpm.example/invitation#code=ABCD-EFGH-JKLM',
    },
  ],
};

const draw = (
  body: LetterBody = invitation,
  sender: Sender = aqpm,
  locale: Locale = 'fr-CA',
): RenderedLetter => renderLetter({ body, sender, wording: wordings.in(locale) });

describe('A letter (E20)', () => {
  test('says in plain text all that it says in HTML', () => {
    const { text } = draw();

    expect(text).toBe(
      [
        'AQPM',
        '',
        'Votre invitation',
        '',
        'Bonjour Léa,',
        '',
        'Votre maison vous attend.',
        '',
        'Code d’invitation\u00A0:',
        '',
        '    ABCD-EFGH-JKLM',
        '',
        'Activer mon accès\u00A0:',
        'https://aqpm.example/invitation#code=ABCD-EFGH-JKLM',
        '',
        '-- ',
        'AQPM',
        '1470, rue Peel, bureau 950-A',
        'Montréal (Québec)  H3A 1T1',
        'https://aqpm.example/fr',
        '',
        'Des questions? Écrivez à aide@aqpm.example ou composez le 514 397-8600.',
        '',
        'Vous recevez ce message parce que l’organisme AQPM doit vous joindre au sujet de votre dossier, de votre compte ou d’une invitation à votre nom.',
        '',
      ].join('\n'),
    );
  });

  test.each<[Locale, string, string]>([
    ['fr-CA', 'lang="fr-CA"', '514 397-8600'],
    ['en-CA', 'lang="en-CA"', '514-397-8600'],
  ])('in %s declares its language and writes telephone numbers as its readers do', (locale, lang, phone) => {
    const { html, text } = draw(invitation, aqpm, locale);

    expect(html).toContain(lang);
    expect(html).toContain(phone);
    expect(text).toContain(phone);
  });

  test('tells who sent it, where they are and how to reach them, in both drawings', () => {
    const { html, text } = draw();

    for (const drawing of [html, text]) {
      for (const fact of [
        'AQPM',
        '1470, rue Peel, bureau 950-A',
        'H3A 1T1',
        'aide@aqpm.example',
        'Vous recevez ce message',
      ]) {
        expect(drawing).toContain(fact);
      }
    }
  });

  test('says why the reader gets it, where the letter knows', () => {
    const reason = 'Vous recevez ce message parce qu’on a demandé un nouveau mot de passe.';

    const { html, text } = draw({ ...invitation, reason });

    expect(html).toContain(reason);
    expect(text).toContain(reason);
    expect(text).not.toContain('doit vous joindre');
  });

  test('does without a telephone number where there is none', () => {
    const { text } = draw(invitation, { ...aqpm, supportPhone: null });

    expect(text).toContain('Écrivez à aide@aqpm.example.');
  });

  test('lets no name become markup', () => {
    const hostile = `<img src=x onerror="alert('1')">&`;

    const { html } = draw(
      {
        subject: hostile,
        parts: [
          { kind: 'TEXT', text: hostile },
          { kind: 'CODE', label: hostile, code: hostile },
          { kind: 'ACTION', label: hostile, url: 'https://aqpm.example/"><script>alert(1)</script>' },
        ],
        reason: hostile,
      },
      { ...aqpm, name: hostile, postalAddress: hostile, website: hostile, supportEmail: '"><b>@x.example' },
    );

    expect(html).not.toMatch(/<img|<script|<b>|onerror="/);
  });

  test('lets no colour become style', () => {
    const { html } = draw(invitation, {
      ...aqpm,
      colour: 'red;background:url(https://evil.example)',
      textColour: '"',
    });

    expect(html).not.toContain('evil.example');
  });

  test('keeps a subject on one line', () => {
    expect(draw({ ...invitation, subject: 'Bonjour\r\nBcc: everyone@evil.example' }).subject).toBe(
      'Bonjour Bcc: everyone@evil.example',
    );
  });

  test('has readable words on a brand whose colours are too close', () => {
    expect(draw(invitation, { ...aqpm, colour: '#ffe066', textColour: '#ffffff' }).html).toContain(
      'background: #ffe066; color: #000000',
    );
    expect(draw(invitation, { ...aqpm, colour: '#333333', textColour: '#222222' }).html).toContain(
      'background: #333333; color: #ffffff',
    );
  });

  test.each([
    'http://localhost:4001/invitation#code=X',
    'http://127.0.0.1:4001/',
    'https://aqpm.example/é?a=1&b=2',
  ])('links to %s', url => {
    expect(draw({ subject: 'x', parts: [{ kind: 'ACTION', label: 'x', url }] }).text).toContain(
      new URL(url).href,
    );
  });

  test.each([
    'http://aqpm.example/invitation#code=SECRET',
    'http://localhost.evil.example/#code=SECRET',
    'https://user:SECRET@aqpm.example/',
    'javascript:alert("SECRET")',
    'data:text/html,SECRET',
    '//aqpm.example/SECRET',
    '/SECRET',
    '',
  ])('never links to %j, and the fault does not repeat it', url => {
    const body: LetterBody = { subject: 'x', parts: [{ kind: 'ACTION', label: 'x', url }] };

    expect(() => draw(body)).toThrow(new RangeError('a mail links to https addresses only'));
  });
});
