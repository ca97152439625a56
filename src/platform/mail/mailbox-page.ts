import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseLocale } from '../../kernel/locale.ts';
import type { Wording, Wordings } from '../wording/wording.ts';
import type { Mailbox } from './mailbox.ts';
import { absentMailPage, MAILBOX_PATH, mailListPage, mailPage } from './mailbox-view.ts';

/** A mail's own styles are all that its frame, which inherits this policy, may use. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface MailboxPageParts {
  readonly mailbox: Mailbox;
  readonly wordings: Wordings;
}

/**
 * The mailbox of a test realm in the browser (`/dev/mailbox`), and for tools as `/dev/mailbox.json`. It shows
 * every code and link that was mailed: register it in TEST only.
 */
export function mailboxPage({
  mailbox,
  wordings,
}: MailboxPageParts): (server: FastifyInstance) => Promise<void> {
  const wordingFor = (request: FastifyRequest): Wording =>
    wordings.in(chooseLocale(request.headers['accept-language'], 'fr-CA'));
  const show = (reply: FastifyReply, wording: Wording, html: string): FastifyReply =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-language', wording.locale)
      .header('vary', 'Accept-Language')
      .send(html);

  return server => {
    server.addHook('onRequest', (_, reply, next) => {
      reply.headers({
        'cache-control': 'no-store',
        'content-security-policy': POLICY,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
      next();
    });

    server.get(MAILBOX_PATH, async (request, reply) => {
      const recipient = recipientIn(request);
      const wording = wordingFor(request);
      return show(reply, wording, mailListPage(wording, await mailbox.list(recipient), recipient));
    });

    server.get(`${MAILBOX_PATH}.json`, async request => ({
      mails: (await mailbox.list(recipientIn(request))).map(({ html, ...mail }) => mail),
    }));

    server.get<{ Params: { id: string } }>(`${MAILBOX_PATH}/:id`, async (request, reply) => {
      const wording = wordingFor(request);
      const mail = await mailbox.read(request.params.id);
      if (mail === null) return show(reply.code(404), wording, absentMailPage(wording));
      return show(reply, wording, mailPage(wording, mail));
    });
    return Promise.resolve();
  };
}

function recipientIn({ query }: FastifyRequest): string {
  const { to } = query as { to?: unknown };
  return typeof to === 'string' ? to.trim() : '';
}
