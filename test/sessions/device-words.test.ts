import { describe, expect, it } from '@jest/globals';
import { deviceInWords } from '../../src/modules/accounts/sessions/device-words.ts';
import { createHouseWordings } from '../../src/wording.ts';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const wording = createHouseWordings().in('en-CA');

describe('a device in words (A8)', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`,
      'Chrome on Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
      'Microsoft Edge on Windows',
    ],
    [
      `Mozilla/5.0 (Linux; Android 15; SM-S931W) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
      'Chrome on iPadOS',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['association-office/2.1', 'association-office/2.1'],
    [`tool/${'9'.repeat(200)}`, `tool/${'9'.repeat(75)}`],
    ['Windows', 'Windows'],
    ['bad\u202etext', 'Unknown device'],
    ['', 'Unknown device'],
    [null, 'Unknown device'],
  ])('reads %s', (userAgent, words) => {
    expect(deviceInWords(wording, userAgent)).toBe(words);
  });
});
