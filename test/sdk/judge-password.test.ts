import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgePassword } from '../../sdk/src/flows/index.ts';
import { passwordProfile } from '../../src/modules/accounts/password-profiles.ts';
import { PasswordRule } from '../../src/modules/accounts/password-policy.type.ts';
import { brokenRules, passwordRules } from '../../src/modules/accounts/password-rules.ts';

const SAMPLES = ['', 'Bonjour tous!2026', 'é', 'e\u0301', 'Ǆǅǆ', '٣', '🐝', '\ud800', '\u0000', ' ', 'Ω密пŽ'];

/** Any text, and texts of the characters where alphabets, accents and digits are awkward. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...SAMPLES), { maxLength: 30 }).map(parts => parts.join('')),
);

describe('judging a password on the page, as it is typed (A3)', () => {
  it.each([[['COMPOSITION']], [['LENGTH']], [['COMPOSITION', 'LENGTH']]])(
    'is what the service says, for any text and %j',
    profiles => {
      const rules = passwordRules(profiles.map(passwordProfile));
      const sent = rules.rules.map(rule => {
        const { code, serverOnly, pattern, minimum, maximum } = new PasswordRule(rule, rules.maxLength);
        return { code, serverOnly, pattern, minimum, maximum, label: '' };
      });
      const onPage = sent.filter(rule => !rule.serverOnly).map(rule => rule.code);

      fc.assert(
        fc.property(anyText, typed => {
          const judged = judgePassword({ rules: sent }, typed);
          const broken = brokenRules(rules, typed, []).map(rule => rule.code);

          expect(judged.filter(({ met }) => met === false).map(({ code }) => code)).toEqual(
            broken.filter(code => onPage.includes(code)),
          );
          expect(judged.filter(({ met }) => met === null).map(({ code }) => code)).toEqual([
            'COMMON',
            'PERSONAL',
          ]);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('takes sixty-four characters and more, of any alphabet', () => {
    const rules = passwordRules([passwordProfile('LENGTH')]);

    for (const typed of ['x y'.repeat(22), '密码пароль'.repeat(8), '🐝'.repeat(128)])
      expect(brokenRules(rules, typed, [])).toEqual([]);
  });
});
