import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AssociationId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { inLanguage } from '../../associations/index.ts';
import { clientOfTree } from '../../integrations/index.ts';
import { ACCOUNT_PAGES, ADDRESSES, type AccountPage } from '../addresses.ts';
import { accountClientId } from '../provider/account-client.ts';
import { sendPage, type Look } from './draw-page.ts';
import { html } from './html.ts';
import { lookOfRealm } from './over-page.ts';

/** A federation whose people sign in here. */
interface Federation {
  readonly rootId: AssociationId;
  readonly code: string;
  readonly nameFr: string;
  readonly nameEn: string;
}

const federations = statement<Federation>(
  'account-federations',
  `select b.id as "rootId", b.code, b.name_fr as "nameFr", b.name_en as "nameEn" from association b
   where b.parent_id is null and exists (
     select from client c join association a on a.id = c.association_id
     where a.root_id = b.id and c.key_mode = $1 and c.revoked_at is null)
   order by b.name_fr`,
);

/** Which page somebody is led back to, and whether they give their password again though they are signed in. */
export interface Return {
  readonly page: AccountPage;
  readonly again: boolean;
}

/** Leads whoever is not signed in in this browser to the sign-in, which leads back. */
export function addAccountSignIn(server: FastifyInstance, parts: Parts): void {
  server.get(ADDRESSES.accountSignIn, async (request, reply) => {
    const { association, page, again } = request.query as Readonly<Record<string, unknown>>;
    const to: Return = {
      page: ACCOUNT_PAGES.find(name => name === page) ?? 'account',
      again: again === 'yes',
    };
    const all = await federationsOf(parts);
    const chosen = all.find(({ code }) => code === association) ?? (all.length === 1 ? all[0] : undefined);
    if (chosen) return beginSignIn(parts, request, reply, chosen, to);
    return askForFederation(request, reply, parts, all, to);
  });
}

export const signInAddress = ({ page, again }: Return, locale: string, association?: string): string => {
  const query = new URLSearchParams({ lang: locale });
  if (page !== 'account') query.set('page', page);
  if (again) query.set('again', 'yes');
  if (association !== undefined) query.set('association', association);
  return `${ADDRESSES.accountSignIn}?${query.toString()}`;
};

export const federationsOf = ({ db, settings }: Pick<Parts, 'db' | 'settings'>): Promise<Federation[]> =>
  db.read(federations, [settings.realmMode]);

/** Accounts are of the realm: any of them will do, but each has its own colours and languages. */
function askForFederation(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  all: readonly Federation[],
  to: Return,
): FastifyReply {
  const look: Look = { ...lookOfRealm(parts, request), addressIn: locale => signInAddress(to, locale) };
  const { wording } = look;
  const content = html`<p>${wording.of('signOn.account.signedOut')}</p>
    <ul>
      ${all.map(
        ({ code, nameFr, nameEn }) =>
          html`<li>
            <a href="${signInAddress(to, wording.locale, code)}"
              >${inLanguage(wording.locale, nameFr, nameEn)}</a
            >
          </li>`,
      )}
    </ul>`;
  return sendPage(reply, look, { title: wording.of('signOn.account.title'), content });
}

async function beginSignIn(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  { rootId }: Federation,
  { page, again }: Return,
): Promise<FastifyReply> {
  const client = await clientOfTree(parts, rootId);
  if (client === null) throw new Error('a federation with a client has none');
  const { wording } = lookOfRealm(parts, request);
  const query = new URLSearchParams({
    client_id: accountClientId(client),
    redirect_uri: `${parts.settings.publicUrl}${ADDRESSES[page]}`,
    response_type: 'code',
    scope: 'openid',
    ui_locales: wording.locale,
    // Nobody will ever trade the code: what it is bound to is forgotten at once.
    code_challenge: digest(Buffer.from(parts.random(32)).toString('base64url')).toString('base64url'),
    code_challenge_method: 'S256',
    ...(again && { prompt: 'login' }),
  });
  return await reply.redirect(`${ADDRESSES.authorization}?${query.toString()}`, 303);
}
