import { LOCALES } from '../../kernel/locale.ts';
import type { HttpRoutes } from '../../platform/http/server.ts';
import type { Wordings } from '../../platform/wording/wording.ts';
import { realmPagePath } from '../integrations/index.ts';
import { INFORMATION_PAGES, REALM_PAGE_POLICY, realmPage } from './realm-page-view.ts';

/**
 * Serves the pages to which mails lead where no body of the line has one. Those of a new password and of an
 * invitation are elsewhere, because they do more than inform. The secret of a mail stands in the fragment, which never gets here: opening a page
 * reads nothing and uses nothing up.
 */
export function realmPages(wordings: Wordings): HttpRoutes {
  return server => {
    for (const locale of LOCALES) {
      for (const page of INFORMATION_PAGES) {
        const html = realmPage(wordings.in(locale), page);
        server.get(realmPagePath(page, locale), (_request, reply) =>
          reply
            .headers({
              'cache-control': 'no-store',
              'content-language': locale,
              'content-security-policy': REALM_PAGE_POLICY,
              'referrer-policy': 'no-referrer',
            })
            .type('text/html; charset=utf-8')
            .send(html),
        );
      }
    }
  };
}
