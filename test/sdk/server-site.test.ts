import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** What the example's `serve.mjs` offers. */
interface Example {
  serve(options: object): Promise<{ readonly url: string; close(): Promise<void> }>;
}

const REALM = 'https://portal.test';
const SAY = {
  fr: 'Cette demande ne vient pas d’une page de ce site. Rien n’a été fait.',
  en: 'This request did not come from a page of this site. Nothing was done.',
} as const;

describe('a site that a server draws takes its own forms alone (A12)', () => {
  let site: Awaited<ReturnType<Example['serve']>>;
  beforeAll(async () => {
    const script = new URL('../../examples/server-site/serve.mjs', import.meta.url).href;
    const { serve } = (await import(script)) as Example;
    site = await serve({
      port: 0,
      endpoint: `${REALM}/graphql`,
      cookieKey: randomBytes(32).toString('base64'),
      client: () => Promise.resolve({ clientId: 'cli_1', clientKey: 'affilia_pk_test_site' }),
    });
  });
  afterAll(() => site.close());

  const post = (page: string, from?: string): Promise<Response> =>
    fetch(`${site.url}/${page}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...(from !== undefined && { 'sec-fetch-site': from }) },
    });

  // A sibling domain or another port of the same machine is `same-site`, and is given the cookie.
  it.each(['same-site', 'cross-site', 'none'])('refuses those that come from %s, readably', async from => {
    for (const folder of ['fr', 'en'] as const)
      for (const act of ['sign-in', 'sign-out']) {
        const answer = await post(`${folder}/${act}`, from);

        expect(answer.status).toBe(403);
        expect(answer.headers.getSetCookie()).toEqual([]);
        const text = await answer.text();
        expect(text).toContain(SAY[folder]);
        expect(text).toContain('<a href="./">');
      }
  });

  it('takes its own, and those of a browser that does not say where they come from', async () => {
    for (const from of ['same-origin', undefined]) {
      const [signIn, signOut] = [await post('fr/sign-in', from), await post('fr/sign-out', from)];

      expect(signIn.status).toBe(303);
      expect(signIn.headers.get('location')).toContain(`${REALM}/oidc/authorize?`);
      expect(signOut.status).toBe(303);
    }
  });

  it('lets a link of another site lead to its pages', async () => {
    const answer = await fetch(`${site.url}/fr/`, { headers: { 'sec-fetch-site': 'cross-site' } });

    // The service is not there: the page says so.
    expect(answer.status).toBe(503);
  });
});
