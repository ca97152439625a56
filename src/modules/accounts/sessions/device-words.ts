import { isPlainText } from '../../../kernel/plain-text.ts';
import type { Wording } from '../../../platform/wording/wording.ts';

const LONGEST_TEXT = 80;

/** The first that fits: most browsers also name those that they descend from. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Microsoft Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iOS'],
  [/\biPad\b/, 'iPadOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A device as a person recognizes it, from what its program says of itself: that proves nothing. */
export function deviceInWords(wording: Wording, userAgent: string | null): string {
  const text = userAgent?.trim() ?? '';
  if (text === '' || !isPlainText(text)) return wording.of('accounts.session.device.unknown');
  const browser = nameIn(BROWSERS, text);
  const system = nameIn(SYSTEMS, text);
  if (browser !== null && system !== null)
    return wording.of('accounts.session.device.both', { browser, system });
  return browser ?? system ?? text.slice(0, LONGEST_TEXT);
}

const nameIn = (names: readonly (readonly [RegExp, string])[], text: string): string | null =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
