import type { FastifyInstance } from 'fastify';
import type { Parts } from '../../../platform/context.ts';
import { confirmAccountLink, linkAccounts, linkForm } from '../../accounts/index.ts';
import type { Providers } from '../provider/providers.ts';
import { isStillOwed, owedIn, proveBy } from './factor-forms.ts';
import { linkedPage, linkPage, otherFactorPage } from './link-page.ts';
import {
  addOwnPage,
  instead,
  isFresh,
  NO_KEY,
  NOTHING_DONE,
  readTyped,
  refusedBy,
  type Again,
  type Instead,
  type Own,
  type OwnPage,
} from './own-page.ts';

/** The realm's page for joining another account of the same person to theirs. */
export const addLinkPage = (server: FastifyInstance, parts: Parts, providers: Providers): void =>
  addOwnPage(server, parts, providers, LINK_PAGE);

const LINK_PAGE: OwnPage = {
  page: 'link',
  show: async (own, again) => linkPage(own, again, await isFresh(own)),
  act(own) {
    const wish = own.body.get('act');
    if (wish === 'link') return link(own);
    return wish === 'prove' ? prove(own) : Promise.resolve(NOTHING_DONE);
  },
};

async function link(own: Own): Promise<Instead | Again> {
  const { context } = own;
  const { sent, again } = readTyped(own, linkForm(context.wording));
  if (again) return again;
  const [identifier = '', password = ''] = ['input.identifier', 'input.password'].map(name =>
    sent.typed.get(name),
  );
  try {
    const owed = await linkAccounts(context, { identifier, password, ...NO_KEY });
    return instead(owed ? await otherFactorPage(own, owed) : linkedPage(own));
  } catch (fault) {
    return refusedBy(own, sent, fault);
  }
}

async function prove(own: Own): Promise<Instead | Again> {
  const { context, body } = own;
  const { refused } = await proveBy(context, body, proof => confirmAccountLink(context, proof));
  if (refused === null) return instead(linkedPage(own));
  if (!isStillOwed(refused)) return { refused, said: null };
  return instead(await otherFactorPage(own, owedIn(body, 'confirmAccountLink'), refused), refused);
}
