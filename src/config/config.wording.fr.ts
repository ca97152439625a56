import type { configWordingEn } from './config.wording.en.ts';

export const configWordingFr: Record<keyof typeof configWordingEn, string> = {
  'config.fault.REQUIRED': '{name} est obligatoire lorsque REALM_MODE vaut LIVE, par exemple {example}.',
  'config.fault.WORD': '{name} doit être l’un de ces mots : {words}; par exemple {example}.',
  'config.fault.WHOLE_NUMBER': '{name} doit être un nombre entier de {min} à {max}, par exemple {example}.',
  'config.fault.HOST': '{name} doit être un nom d’hôte ou une adresse IP à écouter, par exemple {example}.',
  'config.fault.ORIGIN':
    '{name} doit être l’adresse nue du site, avec http:// ou https:// et sans chemin, par exemple {example}.',
  'config.fault.HTTPS':
    '{name} doit commencer par https:// lorsque REALM_MODE vaut LIVE, par exemple {example}.',
  'config.fault.EXAMPLE':
    '{name} contient encore un exemple : indiquez l’adresse réelle et un mot de passe qui lui est propre, sous la forme {example}.',
  'config.fault.POSTGRES_URL':
    '{name} doit être une adresse qui commence par postgresql:// ou postgres://, par exemple {example}.',
  'config.fault.SMTP_URL':
    '{name} doit être une adresse qui commence par smtp:// ou smtps://, par exemple {example}.',
  'config.fault.ADDRESS': '{name} doit être une adresse courriel, par exemple {example}.',
  'config.fault.NETWORKS':
    '{name} doit être une liste d’adresses IP ou de réseaux, séparés par des virgules, par exemple {example}.',
  'config.fault.KEY_FORMAT':
    '{name} doit être écrite en chiffres hexadécimaux ou en base64url, avec une virgule entre plusieurs clés, par exemple {example}.',
  'config.fault.KEY_SHORT': '{name} doit compter au moins {bytes} octets, par exemple {example}.',
  'config.fault.KEY_GUESSABLE':
    '{name} peut être devinée : faites-en produire une nouvelle au hasard, par exemple {example}.',
  'config.fault.KEY_FILE':
    '{name} n’est pas indiquée, et la clé de cette installation ne peut pas être gardée dans le fichier {file} : indiquez dans DATA_DIR un répertoire où l’on peut écrire, supprimez le fichier s’il est endommagé ou indiquez vous-même la clé, par exemple {example}.',
  'config.fault.LONGER_THAN': '{name} ne doit pas dépasser {other}, par exemple {example}.',
  'config.fault.ALONE':
    '{name} doit être accompagnée de DATABASE_URL : indiquez les deux ou aucune, par exemple {example}.',

  'config.fault.STORAGE_URL':
    '{name} doit être file:/// suivi d’un répertoire absolu, ou s3:// suivi d’un compartiment, avec sa région et, au besoin, son point d’accès (endpoint=https://…) et pathStyle=true, par exemple {example}.',
  'config.fault.STORAGE_KEY':
    '{name} manque\u00A0: un compartiment dans STORAGE_URL demande STORAGE_KEY et STORAGE_SECRET.',
  'config.fault.STORAGE_KEY_ALONE':
    '{name} ne sert que si STORAGE_URL nomme un compartiment\u00A0: donnez les deux ou aucune.',

  'config.fault.SANDBOX':
    '{name} ne peut pas valoir sandbox lorsque REALM_MODE vaut LIVE, parce qu’aucun argent ne circulerait\u00A0: omettez-la ou écrivez {example}.',
  'config.fault.STRIPE_KEY': '{name} ne ressemble pas à ce que Stripe remet sous ce nom.',
  'config.fault.STRIPE_MODE':
    '{name} est de l’autre mode de Stripe\u00A0: un portail dont REALM_MODE vaut {mode} a besoin des clés de ce mode.',
  'config.fault.STRIPE_KEY_MISSING':
    '{name} manque\u00A0: PAYMENT_GATEWAY=stripe demande STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET et STRIPE_PUBLISHABLE_KEY.',
  'config.fault.STRIPE_KEY_ALONE':
    '{name} ne sert qu’avec PAYMENT_GATEWAY=stripe\u00A0: indiquez tout ou rien.',

  'config.hint': '{given} est définie, mais rien ne la lit : vouliez-vous dire {meant}?',

  'config.none': 'aucune',
  'config.default.PUBLIC_URL': 'http://localhost et PORT; obligatoire en mode LIVE',
  'config.default.DATABASE_URL': 'le PostgreSQL fourni avec le produit',
  'config.default.MIGRATION_DATABASE_URL': 'celle de DATABASE_URL',
  'config.default.STORAGE_URL': 'le répertoire uploads de DATA_DIR',
  'config.default.STORAGE_KEY': 'aucune; obligatoire pour un compartiment',
  'config.default.STORAGE_SECRET': 'aucune; obligatoire pour un compartiment',
  'config.default.PAYMENT_GATEWAY': 'sandbox en mode TEST; aucun paiement par carte en mode LIVE',
  'config.default.STRIPE_SECRET_KEY': 'aucune; obligatoire pour Stripe',
  'config.default.STRIPE_WEBHOOK_SECRET': 'aucun; obligatoire pour Stripe',
  'config.default.STRIPE_PUBLISHABLE_KEY': 'aucune; obligatoire pour Stripe',
  'config.default.SMTP_URL': 'la boîte de courriel de développement; obligatoire en mode LIVE',
  'config.default.MAIL_FROM': 'l’adresse de chaque association',
  'config.default.SECRET_KEY': 'produite une fois et gardée dans DATA_DIR; obligatoire en mode LIVE',

  'config.meaning.REALM_MODE':
    'TEST montre les données de démonstration, la boîte de courriel et GraphiQL; LIVE, jamais.',
  'config.meaning.HOST': 'L’adresse de cette machine qui reçoit les requêtes.',
  'config.meaning.PORT':
    'Le port qui reçoit les requêtes; les sites de démonstration et l’outil du personnel prennent les trois suivants.',
  'config.meaning.PUBLIC_URL':
    'L’adresse par laquelle les navigateurs et les courriels atteignent ce portail, sans chemin.',
  'config.meaning.DATA_DIR': 'Le répertoire de tout ce qu’une installation garde hors de sa base de données.',
  'config.meaning.DATABASE_URL': 'La base de données PostgreSQL, version 15 ou ultérieure.',
  'config.meaning.MIGRATION_DATABASE_URL':
    'La même base de données, avec le rôle à qui appartiennent les tables.',
  'config.meaning.DATABASE_POOL':
    'Le nombre maximal de connexions à la base de données que garde chaque processus.',
  'config.meaning.STORAGE_URL':
    'Où se trouvent les fichiers que les gens envoient : un répertoire (file:///…) ou le compartiment d’un service qui parle S3.',
  'config.meaning.STORAGE_KEY': 'La clé d’accès au compartiment.',
  'config.meaning.STORAGE_SECRET': 'La clé secrète du compartiment.',
  'config.meaning.PAYMENT_GATEWAY':
    'Qui reçoit les cartes\u00A0: sandbox (cartes d’essai, aucun argent, en mode TEST seulement) ou stripe.',
  'config.meaning.STRIPE_SECRET_KEY': 'La clé secrète ou restreinte du compte Stripe.',
  'config.meaning.STRIPE_WEBHOOK_SECRET': 'Ce par quoi Stripe signe ses envois à /webhooks/payments/stripe.',
  'config.meaning.STRIPE_PUBLISHABLE_KEY':
    'La clé que les pages donnent à la bibliothèque de Stripe; elle n’a rien de secret.',
  'config.meaning.SMTP_URL': 'Le serveur qui prend en charge les courriels.',
  'config.meaning.MAIL_FROM': 'L’adresse d’envoi de tous les courriels, si le serveur n’en permet qu’une.',
  'config.meaning.SECRET_KEY':
    'Ce qui scelle les secrets conservés. On en sépare plusieurs par des virgules : la première scelle, les autres ouvrent encore.',
  'config.meaning.TRUSTED_PROXIES': 'Les serveurs mandataires que l’on croit quant à l’adresse du visiteur.',
  'config.meaning.LOG_LEVEL': 'Ce qui est journalisé : debug, info, warn, error ou silent.',
  'config.meaning.ACCESS_TOKEN_SECONDS': 'La durée de vie d’un jeton d’accès, en secondes, 600 au plus.',
  'config.meaning.SESSION_IDLE_DAYS': 'Le nombre de jours sans activité après lequel une session prend fin.',
  'config.meaning.SESSION_DAYS': 'Le nombre de jours après lequel une session prend fin de toute façon.',
  'config.meaning.STAFF_SESSION_IDLE_MINUTES':
    'Le nombre de minutes sans activité après lequel une session dans un outil interne prend fin.',
  'config.meaning.STAFF_SESSION_HOURS':
    'Le nombre d’heures après lequel une session dans un outil interne prend fin de toute façon.',
  'config.meaning.WORKER_CONCURRENCY': 'Le nombre de tâches qu’un exécuteur mène de front.',
  'config.meaning.PASSWORD_CONCURRENCY':
    'Le nombre de mots de passe que chaque processus vérifie à la fois; les autres attendent leur tour.',
  'config.meaning.REQUESTS_PER_MINUTE': 'Le nombre de requêtes qu’un visiteur peut faire en une minute.',
};
