import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Parts } from '../../../platform/context.ts';
import { sendPage, type Look, type Page } from './draw-page.ts';
import { html } from './html.ts';
import { inLocale, localeOfPage } from './page-locale.ts';

/** The realm speaking for itself, because nothing says for which association. */
export function lookOfRealm(parts: Parts, request: FastifyRequest): Look {
  const locale = localeOfPage(request, null);
  const [path = ''] = request.url.split('?');
  return { wording: parts.wordings.in(locale), association: null, addressIn: other => inLocale(path, other) };
}

/** A sign-in that has expired, was finished, or never was: all are answered alike. */
export function sayOver(parts: Parts, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const look = lookOfRealm(parts, request);
  const { wording } = look;
  return sendPage(
    reply,
    look,
    {
      title: wording.of('signOn.over.title'),
      content: html`<p>${wording.of('signOn.over.said')}</p>
        <p>${wording.of('signOn.over.todo')}</p>`,
    },
    404,
  );
}

/** What a site asked for cannot be done. The reason is for its makers: the person can only go back. */
export function faultPage(look: Look, reason: string): Page {
  const { wording } = look;
  return {
    title: wording.of('signOn.fault.title'),
    content: html`<p>${wording.of('signOn.fault.said')}</p>
      <p>${wording.of('signOn.fault.todo')}</p>
      <p>${wording.of('signOn.fault.reason')} <code>${reason}</code></p>`,
  };
}
