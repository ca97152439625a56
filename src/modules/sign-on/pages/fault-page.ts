import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Parts } from '../../../platform/context.ts';
import { BadRequest, type Fault } from '../../../platform/graphql/faults.ts';
import { answerFault, faultOfRequest } from '../../../platform/http/answer-fault.ts';
import { headerOf } from '../../../platform/http/request-context.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { ADDRESSES } from '../addresses.ts';
import { sendPage, type Look, type Page } from './draw-page.ts';
import { html, type Html } from './html.ts';
import { lookOfRealm } from './over-page.ts';
import { inLocale } from './page-locale.ts';

/** Whatever is thrown on a page of the realm is said on a page, with what the person can do about it. */
export function sayFaults(server: FastifyInstance, parts: Parts): void {
  server.setErrorHandler((error: FastifyError | Fault, request, reply) => {
    const fault = faultOfRequest(parts, error, request);
    if (fault.retryAfterSeconds !== null) reply.header('retry-after', String(fault.retryAfterSeconds));
    const look = lookOf(parts, request);
    return sendPage(reply, look, faultPage(look, fault, request.id), fault.status);
  });
}

/** Below which there are pages alone. */
const PAGES = ['/realm', '/realm/*', `${ADDRESSES.account}/*`, ADDRESSES.signIn, `${ADDRESSES.signIn}/*`];

/** Where there might be a page and is none. A program that asks is answered as it is everywhere. */
export function addNoPage(server: FastifyInstance, parts: Parts): void {
  const answer = answerFault(parts);
  for (const address of PAGES)
    server.get(address, (request, reply) => {
      const fault = new BadRequest('NOT_FOUND', {}, 404);
      if (headerOf(request, 'accept')?.includes('text/html')) throw fault;
      answer(fault, request, reply);
    });
}

type Kind = 'WAIT' | 'SIGNED_OUT' | 'OURS' | 'ELSEWHERE' | 'NOWHERE' | 'UNREADABLE';

const kindOf = ({ code, status, retryAfterSeconds }: Fault): Kind => {
  if (retryAfterSeconds !== null) return 'WAIT';
  if (code === 'UNAUTHENTICATED') return 'SIGNED_OUT';
  if (code === 'FORBIDDEN') return 'ELSEWHERE';
  if (status === 404) return 'NOWHERE';
  return code === 'INTERNAL_SERVER_ERROR' ? 'OURS' : 'UNREADABLE';
};

function faultPage({ wording }: Look, fault: Fault, requestId: string): Page {
  const kind = kindOf(fault);
  const say = (key: string): string => wording.of(`signOn.faultPage.${kind}.${key}`);
  // Faults that one waits for have sentences of their own; those of the others are for programs.
  const said = kind === 'WAIT' ? wording.of(fault.wordingKey, fault.values) : say('said');
  return {
    title: say('title'),
    content: html`<p role="alert">${said}</p>
      <p>${say('todo')}</p>
      ${kind === 'SIGNED_OUT' && drawWayToAccount(wording, 'signIn')}
      ${kind === 'NOWHERE' && drawWayToAccount(wording, 'title')}
      ${kind === 'OURS' && html`<p>${wording.of('signOn.faultPage.number')} <code>${requestId}</code></p>`}`,
  };
}

const drawWayToAccount = (wording: Wording, says: 'signIn' | 'title'): Html =>
  html`<p>
    <a href="${inLocale(ADDRESSES.account, wording.locale)}">${wording.of(`signOn.account.${says}`)}</a>
  </p>`;

/** Of the page that failed. */
function lookOf(parts: Parts, request: FastifyRequest): Look {
  const look = lookOfRealm(parts, request);
  const [path = ''] = request.url.split('?');
  const named = LOCALES.find(locale => path.startsWith(realmPath(locale)));
  if (named) {
    const rest = request.url.slice(realmPath(named).length);
    return { ...look, wording: parts.wordings.in(named), addressIn: locale => realmPath(locale) + rest };
  }
  return look;
}

/** Where the pages stand whose address says their language. */
const realmPath = (locale: Locale): string => `/realm/${locale.slice(0, 2)}/`;
