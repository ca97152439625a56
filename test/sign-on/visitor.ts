/** A browser without scripts, as far as signing in needs one: cookies, redirects and forms. */
export interface Visitor {
  open(address: string): Promise<Page>;
  /** Sends the first form of a page, or the first that leads there and says that. */
  submit(
    page: Page,
    answers: Readonly<Record<string, string>>,
    which?: { readonly action?: RegExp; readonly says?: RegExp },
  ): Promise<Page>;
  readonly cookies: ReadonlyMap<string, Cookie>;
}

export interface Cookie {
  readonly value: string;
  readonly path: string;
  readonly attributes: string;
}

export interface Page {
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** Follows redirects within the realm and stops where it would leave: `address` is then the site's. */
export function openVisitor(realm: string, headers: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, Cookie>();

  async function go(address: string, request: RequestInit = {}): Promise<Page> {
    if (!address.startsWith(realm)) return { address, status: 0, headers: new Headers(), html: '' };
    const { pathname } = new URL(address);
    const sent = [...cookies]
      .filter(([, cookie]) => pathname.startsWith(cookie.path))
      .map(([name, cookie]) => `${name.split(' ')[0]}=${cookie.value}`);
    const response = await fetch(address, {
      ...request,
      redirect: 'manual',
      headers: { 'accept-language': 'fr-CA', accept: 'text/html', ...headers, cookie: sent.join('; ') },
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    const next = response.headers.get('location');
    if (next !== null && response.status >= 300 && response.status < 400)
      return go(new URL(next, address).href);
    return { address, status: response.status, headers: response.headers, html: await response.text() };
  }

  function keep(line: string): void {
    const [pair, ...rest] = line.split('; ') as [string, ...string[]];
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const path = rest.find(part => /^path=/i.test(part))?.slice(5) ?? '/';
    if (value === '' || /expires=Thu, 01 Jan 1970/.test(line)) cookies.delete(`${name} ${path}`);
    else cookies.set(`${name} ${path}`, { value, path, attributes: rest.join('; ') });
  }

  return {
    cookies,
    open: address => go(address),
    submit(page, answers, { action = /./, says = /./ } = {}) {
      const forms = [
        ...page.html.matchAll(/<form\s+method="(\w+)"\s+action="([^"]+)"\s*>([\s\S]*?)<\/form>/g),
      ];
      const form = forms.find(([, , to = '', inside = '']) => action.test(to) && says.test(inside));
      if (!form) throw new Error(`there is no such form: ${page.html}`);
      const [, method = '', to = '', inside = ''] = form;
      const hidden = [
        ...inside.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"\s*\/?>/g),
      ];
      const body = new URLSearchParams({
        ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
        ...answers,
      });
      const target = new URL(to.replaceAll('&amp;', '&'), page.address).href;
      return method === 'get' ? go(target) : go(target, { method: 'POST', body });
    },
  };
}
