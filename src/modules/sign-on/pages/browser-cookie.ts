import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../../platform/context.ts';
import { headerOf } from '../../../platform/http/request-context.ts';
import { LONGEST_DEVICE_TOKEN } from '../../accounts/index.ts';

type Realm = Pick<Settings, 'publicUrl'>;

/** As long as the house remembers a browser, and as long as browsers keep a cookie. */
const KEPT_SECONDS = 400 * 86_400;
const TOKEN = /^[\w-]+$/;

const isSecure = ({ publicUrl }: Realm): boolean => publicUrl.startsWith('https:');
const nameFor = (realm: Realm): string => `${isSecure(realm) ? '__Host-' : ''}affilia-browser`;

/** By what this browser is known to have signed in here before: wrong passwords of others do not count against it. */
export function browserTokenOf(request: FastifyRequest, realm: Realm): string | null {
  const wanted = `${nameFor(realm)}=`;
  const pairs = (headerOf(request, 'cookie') ?? '').split(/; */);
  const token = pairs.find(pair => pair.startsWith(wanted))?.slice(wanted.length) ?? '';
  return TOKEN.test(token) && token.length <= LONGEST_DEVICE_TOKEN ? token : null;
}

/** Kept beyond signing out. It signs in nobody. */
export function keepBrowserToken(reply: FastifyReply, realm: Realm, token: string | null): void {
  if (token === null) return;
  const attributes = `Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax${isSecure(realm) ? '; Secure' : ''}`;
  reply.header('set-cookie', `${nameFor(realm)}=${token}; ${attributes}`);
}
