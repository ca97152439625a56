import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseLocale, LOCALES, type Locale } from '../../../../kernel/locale.ts';
import type { Parts } from '../../../../platform/context.ts';
import { BadRequest } from '../../../../platform/graphql/faults.ts';
import type { HttpRoutes } from '../../../../platform/http/server.ts';
import { SANDBOX_PATH } from './sandbox-gateway.ts';
import { readSandboxPayment, type SandboxRecord } from './sandbox-rows.ts';
import { sandboxPaymentAt } from './sandbox-state.ts';
import { drawNoSandboxPage, drawSandboxPage, sandboxPolicy, type SandboxNotice } from './sandbox-view.ts';
import { TEST_CARD_NAMES, TEST_CARDS } from './test-cards.ts';
import { useTestCard } from './use-test-card.ts';

const LARGEST_FORM = 1_024;

interface Asked {
  Params: { reference: string };
  Querystring: { lang?: string | string[] };
}
type Request = FastifyRequest<Asked>;

/** The page on which people pay in a test realm: register it in TEST only. */
export function sandboxPages(parts: Parts): HttpRoutes {
  return server => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );

    server.get<Asked>(`${SANDBOX_PATH}/:reference`, (request, reply) => show(parts, request, reply));

    server.post<Asked>(`${SANDBOX_PATH}/:reference`, async (request, reply) => {
      const chosen = request.body instanceof URLSearchParams ? request.body.get('card') : null;
      const card = TEST_CARD_NAMES.find(name => name === chosen);
      if (!card) throw new BadRequest('BODY');
      const used = await useTestCard(parts, request.params.reference, card, ownAddress(request));
      const { answers } = TEST_CARDS[card];
      if (!used || answers === 'AGAIN') return show(parts, request, reply);
      if (answers === 'SILENCE') return show(parts, request, reply.code(504), 'SILENCE');
      const record = await readSandboxPayment(parts, request.params.reference);
      return record ? reply.redirect(record.page.returnUrl, 303) : show(parts, request, reply);
    });
  };
}

async function show(
  parts: Parts,
  request: Request,
  reply: FastifyReply,
  notice?: SandboxNotice,
): Promise<FastifyReply> {
  const record = await readSandboxPayment(parts, request.params.reference);
  const wording = parts.wordings.in(localeOf(request, record));
  const html = record
    ? drawSandboxPage(wording, record.page, notice ?? noticeOf(parts, record))
    : drawNoSandboxPage(wording);
  if (!record) reply.code(404);
  return reply
    .type('text/html; charset=utf-8')
    .headers({
      'cache-control': 'no-store',
      'content-language': wording.locale,
      'content-security-policy': sandboxPolicy(record?.page.returnUrl ?? null),
    })
    .send(html);
}

function noticeOf({ clock }: Pick<Parts, 'clock'>, { page, facts }: SandboxRecord): SandboxNotice | null {
  const { state, declineReason } = sandboxPaymentAt(page, facts, clock.now());
  if (state === 'SUCCEEDED') return 'PAID';
  if (state !== 'OPEN') return state;
  return declineReason === null ? null : { declined: declineReason };
}

/** The one that was chosen here, else the one of the site, else the browser's. */
function localeOf({ query, headers }: Request, record: SandboxRecord | null): Locale {
  const chosen = LOCALES.find(locale => locale === query.lang);
  return chosen ?? record?.page.locale ?? chooseLocale(headers['accept-language'], 'fr-CA');
}

/** Where this process takes requests, as other processes of the realm reach it, too: not by a name that a browser uses. */
function ownAddress({ socket: { localAddress = '127.0.0.1', localPort = 0 } }: Request): string {
  const address = localAddress.replace(/^::ffff:/, '');
  return `http://${address.includes(':') ? `[${address}]` : address}:${String(localPort)}`;
}
