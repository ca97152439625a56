import { LOCALES } from '../../../kernel/locale.ts';
import type { HttpRoutes } from '../../../platform/http/server.ts';
import type { Wording, Wordings } from '../../../platform/wording/wording.ts';
import { CLIENT_PAGES, realmPagePath, type ClientPage } from '../../integrations/index.ts';
import { sendPage, type Page } from './draw-page.ts';
import { html, type Html } from './html.ts';

/** All that the realm has a page for that only informs. */
export type InformationPage = Exclude<
  ClientPage,
  'PASSWORD_RESET' | 'EMAIL_CONFIRMATION' | 'INVITATION' | 'COMPLETION'
>;

export const INFORMATION_PAGES = CLIENT_PAGES.filter(
  (page): page is InformationPage =>
    page !== 'PASSWORD_RESET' &&
    page !== 'EMAIL_CONFIRMATION' &&
    page !== 'INVITATION' &&
    page !== 'COMPLETION',
);

/** What the page says besides its title: paragraphs, then what to do. */
interface Sentences {
  readonly said: readonly string[];
  readonly todo: readonly string[];
}

const STANDING: Sentences = { said: ['absent', 'unchanged', 'stillGood'], todo: ['write', 'keepSecret'] };

const SENTENCES: Readonly<Record<InformationPage, Sentences>> = {
  RENEWAL: { ...STANDING, said: ['absent', 'unchanged', 'stillGoodUntil'] },
  INVOICE: STANDING,
  PREFERENCES: STANDING,
  SIGNED_OUT: { said: ['signedOut.absent', 'signedOut.unchanged'], todo: ['signedOut.return'] },
};

/**
 * Serves the pages to which mails lead where no body of the line has one, and which do no more than inform. The
 * secret of a mail stands in the fragment, which never gets here: opening a page reads nothing and uses nothing up.
 */
export function informationPages(wordings: Wordings): HttpRoutes {
  return server => {
    for (const page of INFORMATION_PAGES)
      for (const locale of LOCALES) {
        const wording = wordings.in(locale);
        const look = { wording, association: null, addressIn: realmPagePath.bind(null, page) };
        server.get(realmPagePath(page, locale), (_request, reply) =>
          sendPage(reply, look, informationPage(wording, page)),
        );
      }
  };
}

function informationPage(wording: Wording, page: InformationPage): Page {
  const say = (key: string): string => wording.of(`signOn.realmPage.${key}`);
  const paragraphs = (keys: readonly string[]): Html[] => keys.map(key => html`<p>${say(key)}</p>`);
  const { said, todo } = SENTENCES[page];
  return {
    title: say(`title.${page}`),
    content: html`${paragraphs(said)}
      <h2>${say('todo')}</h2>
      ${paragraphs(todo)}`,
    asks: false,
  };
}
