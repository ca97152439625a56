import type { FastifyReply } from 'fastify';
import { realmPagePath } from '../../integrations/index.ts';
import { drawForm, NOTHING_SENT } from './draw-form.ts';
import { sendPage, type Look } from './draw-page.ts';
import { html, type Html } from './html.ts';
import { linkForm, LINK_SCRIPT_PATH, type LinkPage } from './link-form.ts';

/**
 * The page that a mailed or printed link opens. Its secret stays in the browser until the script of the page, or the
 * person, sends it: where something is wrong already, nothing goes on by itself.
 */
export function askForLink(
  reply: FastifyReply,
  look: Look,
  page: LinkPage,
  { said = null, fault = null }: { readonly said?: Html | null; readonly fault?: Html | null } = {},
): FastifyReply {
  const { wording } = look;
  const form = linkForm(wording, page);
  const action = realmPagePath(page, wording.locale);
  const content = html`${fault} ${said} ${drawForm(wording, { form, action, hidden: {}, sent: NOTHING_SENT })}`;
  const script = fault === null ? { script: LINK_SCRIPT_PATH } : {};
  return sendPage(reply, look, { title: form.title, content, ...script }, fault === null ? 200 : 422);
}
