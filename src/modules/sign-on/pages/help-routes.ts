import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fromPublicId } from '../../../kernel/id.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { associationById, inLanguage, type AssociationEntity } from '../../associations/index.ts';
import {
  clientOfTree,
  HELP_OF,
  REALM_HELP,
  realmHelpPath,
  type RealmHelp,
} from '../../integrations/index.ts';
import { pageContext } from '../context-of.ts';
import { sendPage, type Look } from './draw-page.ts';
import { html } from './html.ts';
import { spokenLocale } from './page-locale.ts';
import {
  askForHelp,
  PASSWORD_HELP,
  takeHelp,
  USERNAME_HELP,
  type Help,
  type HelpPlace,
} from './recovery-pages.ts';
import { federationsOf } from './sign-in-for-account.ts';
import { signInAddressFor } from './draw-ways-on.ts';

const HELP: Readonly<Record<RealmHelp, Help>> = {
  FORGOTTEN_PASSWORD: PASSWORD_HELP,
  FORGOTTEN_USERNAME: USERNAME_HELP,
};

/**
 * Where somebody who cannot sign in asks for mail by what one association asks for, though no sign-in is under way:
 * mails lead here where no site has a page, and so do refusals.
 */
export function addHelpPages(server: FastifyInstance, parts: Parts): void {
  for (const name of REALM_HELP)
    for (const locale of LOCALES) {
      const path = realmHelpPath(name, locale);
      const during =
        (answer: (place: HelpPlace, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
        async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
          const asked = await askedOf(parts, request, locale);
          if (asked === null) return chooseFederation(parts, reply, name, locale);
          const { id } = asked.association;
          const spoken = spokenLocale(locale, asked.association);
          if (spoken !== locale) return await reply.redirect(realmHelpPath(name, spoken, id), 307);
          return answer(await helpPlace(asked.context, asked.association, name), request, reply);
        };
      server.get(
        path,
        during((place, _request, reply) => askForHelp(place, reply, HELP[name])),
      );
      server.post(
        path,
        during((place, request, reply) => takeHelp(place, request, reply, HELP[name])),
      );
    }
}

/** The form of an association, by itself. */
export async function helpPlace(
  context: Context,
  association: AssociationEntity,
  name: RealmHelp,
): Promise<HelpPlace> {
  const addressIn = (locale: Locale): string => realmHelpPath(name, locale, association.id);
  return {
    context,
    association,
    look: { wording: context.wording, association, addressIn },
    action: addressIn(context.locale),
    hidden: {},
    back: await signInAddressFor(context, association),
  };
}

interface Asked {
  readonly context: Context;
  readonly association: AssociationEntity;
}

/** Whom the address names, with a context in which that association is the one that is asked. */
async function askedOf(parts: Parts, request: FastifyRequest, locale: Locale): Promise<Asked | null> {
  const named = (request.query as Readonly<Record<string, unknown>>)[HELP_OF];
  const id = typeof named === 'string' ? fromPublicId('Association', named) : null;
  const visitor = pageContext(parts, request, null, locale);
  const association = id && (await visitor.load(associationById, id));
  const client = association && (await clientOfTree(parts, association.rootId));
  if (!association || !client) return null;
  const asked = { ...client, associationId: association.id };
  return { context: pageContext(parts, request, asked, locale), association };
}

async function chooseFederation(
  parts: Parts,
  reply: FastifyReply,
  name: RealmHelp,
  locale: Locale,
): Promise<FastifyReply> {
  const wording = parts.wordings.in(locale);
  const look: Look = { wording, association: null, addressIn: other => realmHelpPath(name, other) };
  const federations = await federationsOf(parts);
  const content = html`<p>${wording.of('signOn.help.choose')}</p>
    <ul>
      ${federations.map(
        ({ rootId, nameFr, nameEn }) =>
          html`<li>
            <a href="${realmHelpPath(name, locale, rootId)}">${inLanguage(locale, nameFr, nameEn)}</a>
          </li>`,
      )}
    </ul>`;
  const title = wording.of(`signOn.help.title.${name}`);
  return sendPage(reply, look, { title, content });
}
