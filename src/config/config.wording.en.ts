export const configWordingEn = {
  'config.fault.REQUIRED': '{name} is required when REALM_MODE is LIVE, for example {example}.',
  'config.fault.WORD': '{name} must be one of these words: {words}; for example {example}.',
  'config.fault.WHOLE_NUMBER': '{name} must be a whole number from {min} to {max}, for example {example}.',
  'config.fault.HOST': '{name} must be a host name or an IP address to listen on, for example {example}.',
  'config.fault.ORIGIN':
    '{name} must be the bare address of the site, with http:// or https:// and without a path, for example {example}.',
  'config.fault.HTTPS': '{name} must start with https:// when REALM_MODE is LIVE, for example {example}.',
  'config.fault.EXAMPLE':
    '{name} still holds an example: put in the real address and a password of its own, in the form of {example}.',
  'config.fault.POSTGRES_URL':
    '{name} must be an address that starts with postgresql:// or postgres://, for example {example}.',
  'config.fault.SMTP_URL':
    '{name} must be an address that starts with smtp:// or smtps://, for example {example}.',
  'config.fault.ADDRESS': '{name} must be an e-mail address, for example {example}.',
  'config.fault.NETWORKS':
    '{name} must be a list of IP addresses or networks, with a comma between them, for example {example}.',
  'config.fault.KEY_FORMAT':
    '{name} must be written in hexadecimal digits or in base64url, with a comma between several keys, for example {example}.',
  'config.fault.KEY_SHORT': '{name} must be at least {bytes} bytes long, for example {example}.',
  'config.fault.KEY_GUESSABLE':
    '{name} can be guessed: have a new one made by chance, for example {example}.',
  'config.fault.KEY_FILE':
    '{name} is not given, and the key of this installation cannot be kept in the file {file}: give DATA_DIR a directory that can be written to, remove the file if it is damaged, or give the key yourself, for example {example}.',
  'config.fault.LONGER_THAN': '{name} must not be longer than {other}, for example {example}.',
  'config.fault.ALONE': '{name} needs DATABASE_URL beside it: give both or neither, for example {example}.',

  'config.fault.STORAGE_URL':
    '{name} must be file:/// with an absolute directory, or s3:// with a bucket, its region and, if need be, its endpoint (https://…) and pathStyle=true; for example {example}.',
  'config.fault.STORAGE_KEY':
    '{name} is missing: a bucket in STORAGE_URL needs both STORAGE_KEY and STORAGE_SECRET.',
  'config.fault.STORAGE_KEY_ALONE':
    '{name} is of use only when STORAGE_URL names a bucket: give both or neither.',

  'config.fault.SANDBOX':
    '{name} cannot be sandbox when REALM_MODE is LIVE, because no money would move: leave it out or write {example}.',
  'config.fault.STRIPE_KEY': '{name} does not look like what Stripe gives out under this name.',
  'config.fault.STRIPE_MODE':
    '{name} is of the other mode of Stripe: a realm whose REALM_MODE is {mode} needs the keys of that mode.',
  'config.fault.STRIPE_KEY_MISSING':
    '{name} is missing: PAYMENT_GATEWAY=stripe needs STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET and STRIPE_PUBLISHABLE_KEY.',
  'config.fault.STRIPE_KEY_ALONE':
    '{name} is of use only with PAYMENT_GATEWAY=stripe: give all of it or nothing.',

  'config.hint': '{given} is set, but nothing reads it: did you mean {meant}?',

  'config.none': 'none',
  'config.default.PUBLIC_URL': 'http://localhost and PORT; required in LIVE',
  'config.default.DATABASE_URL': 'the PostgreSQL that comes with the product',
  'config.default.MIGRATION_DATABASE_URL': 'DATABASE_URL',
  'config.default.STORAGE_URL': 'the directory uploads in DATA_DIR',
  'config.default.STORAGE_KEY': 'none; required for a bucket',
  'config.default.STORAGE_SECRET': 'none; required for a bucket',
  'config.default.PAYMENT_GATEWAY': 'sandbox in TEST; no payments by card in LIVE',
  'config.default.STRIPE_SECRET_KEY': 'none; required for Stripe',
  'config.default.STRIPE_WEBHOOK_SECRET': 'none; required for Stripe',
  'config.default.STRIPE_PUBLISHABLE_KEY': 'none; required for Stripe',
  'config.default.SMTP_URL': 'the development mailbox; required in LIVE',
  'config.default.MAIL_FROM': 'the address of each association',
  'config.default.SECRET_KEY': 'made once and kept in DATA_DIR; required in LIVE',

  'config.meaning.REALM_MODE': 'TEST shows demo data, the mailbox page and GraphiQL; LIVE never does.',
  'config.meaning.HOST': 'The address of this machine on which requests are taken.',
  'config.meaning.PORT':
    'The port on which requests are taken; the demo sites and the staff tool take the next three.',
  'config.meaning.PUBLIC_URL':
    'The address under which browsers and e-mails reach this realm, without a path.',
  'config.meaning.DATA_DIR': 'The directory of everything that an installation keeps besides its database.',
  'config.meaning.DATABASE_URL': 'The PostgreSQL database, version 15 or later.',
  'config.meaning.MIGRATION_DATABASE_URL': 'The same database as the role that owns the tables.',
  'config.meaning.DATABASE_POOL': 'How many database connections each process keeps at most.',
  'config.meaning.STORAGE_URL':
    'Where files lie that people send: a directory (file:///…) or a bucket of a service that speaks S3.',
  'config.meaning.STORAGE_KEY': 'The access key for the bucket.',
  'config.meaning.STORAGE_SECRET': 'The secret key for the bucket.',
  'config.meaning.PAYMENT_GATEWAY':
    'Who takes cards: sandbox (test cards, no money, in TEST only) or stripe.',
  'config.meaning.STRIPE_SECRET_KEY': 'The secret or restricted key of the Stripe account.',
  'config.meaning.STRIPE_WEBHOOK_SECRET': 'By which Stripe signs what it sends to /webhooks/payments/stripe.',
  'config.meaning.STRIPE_PUBLISHABLE_KEY': 'The key that pages give to Stripe’s library; no secret.',
  'config.meaning.SMTP_URL': 'The server that takes e-mails.',
  'config.meaning.MAIL_FROM': 'The address from which every e-mail is sent, when the server allows only one.',
  'config.meaning.SECRET_KEY':
    'What seals secrets at rest. Several are separated by commas: the first one seals, the others still open.',
  'config.meaning.TRUSTED_PROXIES': 'The proxies whose word about the visitor’s address is believed.',
  'config.meaning.LOG_LEVEL': 'How much is logged: debug, info, warn, error or silent.',
  'config.meaning.ACCESS_TOKEN_SECONDS': 'How long an access token lives, in seconds, 600 at most.',
  'config.meaning.SESSION_IDLE_DAYS': 'After how many days without use a session ends.',
  'config.meaning.SESSION_DAYS': 'After how many days a session ends in any case.',
  'config.meaning.STAFF_SESSION_IDLE_MINUTES':
    'After how many minutes without use a session in an internal tool ends.',
  'config.meaning.STAFF_SESSION_HOURS':
    'After how many hours a session in an internal tool ends in any case.',
  'config.meaning.WORKER_CONCURRENCY': 'How many jobs a worker runs at once.',
  'config.meaning.PASSWORD_CONCURRENCY':
    'How many passwords each process checks at once; others wait in line.',
  'config.meaning.REQUESTS_PER_MINUTE': 'How many requests one visitor may make in a minute.',
} as const;
