import type { z } from 'zod';
import type { RealmMode } from '../platform/context.ts';
import { ConfigFault, reading } from './config-fault.ts';

type Reader<Value> = z.ZodType<Value, string>;

/** Names that are kept for examples, or that were left over from one. */
const EXAMPLE_HOST = /(^|\.)(example|exemple|changeme)(\.|$)|\.(test|invalid|localhost)$/;
const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/;
const EXAMPLE_PASSWORDS = new Set(
  'password motdepasse secret postgres affilia changeme change-me example exemple admin root test user'.split(
    ' ',
  ),
);

/** The bare origin of the realm: a path would end up in every link that is mailed. */
export const publicUrlIn = (mode: RealmMode): Reader<string> =>
  reading(text => {
    const url = URL.parse(text);
    if (!url || !/^https?:$/.test(url.protocol) || `${url.origin}/` !== url.href)
      return new ConfigFault('ORIGIN');
    if (mode === 'TEST') return url.origin;
    if (url.protocol !== 'https:') return new ConfigFault('HTTPS');
    return isExample(url) || THIS_MACHINE.test(url.hostname) ? new ConfigFault('EXAMPLE') : url.origin;
  });

export const databaseUrlIn = (mode: RealmMode): Reader<string> =>
  address(mode, /^postgres(ql)?:$/, 'POSTGRES_URL');

export const smtpUrlIn = (mode: RealmMode): Reader<string> => address(mode, /^smtps?:$/, 'SMTP_URL');

const address = (mode: RealmMode, protocol: RegExp, code: 'POSTGRES_URL' | 'SMTP_URL'): Reader<string> =>
  reading(text => {
    const url = URL.parse(text);
    if (!url || !protocol.test(url.protocol) || url.hostname === '') return new ConfigFault(code);
    return mode === 'LIVE' && isExample(url) ? new ConfigFault('EXAMPLE') : text;
  });

function isExample({ hostname, username, password }: URL): boolean {
  const given = password.toLowerCase();
  const repeated = given !== '' && given === username.toLowerCase();
  return EXAMPLE_HOST.test(hostname.toLowerCase()) || EXAMPLE_PASSWORDS.has(given) || repeated;
}
