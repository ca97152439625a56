import { describe, expect, it } from '@jest/globals';
import { isPlainText } from '../../src/kernel/plain-text.ts';

describe('plain text', () => {
  it.each([
    ['nothing', ''],
    ['accents', 'Hélène Bélanger-Côté'],
    ['accents in two parts', 'He\u0301le\u0300ne'],
    ['apostrophes', "D'Arcy O’Brien"],
    ['a no-break space', 'Montréal\u00A0: 1\u00A0234\u00A0$'],
    ['Vietnamese', 'Đặng Thị Hồng'],
    ['Inuktitut', 'ᓄᓇᕗᑦ'],
    ['Arabic and Hebrew without direction marks', 'محمد דוד'],
    ['an emoji', 'Camille 🙂'],
    ['an emoji with a variation', 'Camille ❤️'],
    ['a family, held by joiners', '👩‍👩‍👧'],
    ['a tone of skin', '👩🏽‍⚖️'],
    ['a flag', '🇨🇦'],
    ['a flag made of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['a keycap', '1️⃣'],
  ])('may hold %s', (_, text) => {
    expect(isPlainText(text)).toBe(true);
  });

  it.each([
    ['a null character', 'Jean\u0000'],
    ['a line break', 'Jean\nPaul'],
    ['a tab', 'Jean\tPaul'],
    ['an escape', '\u001B[31mJean'],
    ['a late control character', 'Jean\u0085'],
    ['a direction override', 'Jean\u202Enaej'],
    ['a direction isolate', 'Jean\u2066x\u2069'],
    ['a direction mark', 'Jean\u200F'],
    ['the Arabic letter mark', 'Jean\u061C'],
    ['a zero-width space', 'Jean\u200BPaul'],
    ['a joiner outside an emoji', 'Jean\u200DPaul'],
    ['a joiner before an emoji', 'Jean\u200D🙂'],
    ['a non-joiner', 'Jean\u200CPaul'],
    ['a byte order mark', '\uFEFFJean'],
    ['a soft hyphen', 'Tremb\u00ADlay'],
    ['a line separator', 'Jean\u2028Paul'],
    ['an invisible letter', 'Jean\u3164'],
    ['a variation selector alone', 'Jean\uFE0F'],
    ['hidden tags', 'Jean\u{E0041}'],
    ['hidden tags behind a flag', '🏴\u{E0041}\u{E0042}\u{E007F}'],
    ['half of a pair', 'Jean\uD83D'],
    ['a private character', 'Jean\uE000'],
    ['no character at all', 'Jean\uFFFF'],
  ])('may not hold %s', (_, text) => {
    expect(isPlainText(text)).toBe(false);
  });
});
