/** @typedef {typeof fr} Words */

const fr = {
  locale: /** @type {'fr-CA' | 'en-CA'} */ ('fr-CA'),
  usage: `affilia documents push <fichier> --client <identifiant> --endpoint <adresse>

Inscrit les documents GraphQL d’un site, pour que sa clé publiable puisse les envoyer.

  <fichier>     documents.json de GraphQL Code Generator, ou une liste de textes
  --client      l’identifiant du site, par exemple cli_…
  --endpoint    l’adresse de l’API, par exemple https://api.exemple.org/graphql

Variables d’environnement\u00A0:
  AFFILIA_KEY           la clé secrète d’un outil de la portée «\u00A0clients:manage\u00A0»
  AFFILIA_IDENTIFIER    le nom d’utilisateur d’une administratrice ou d’un administrateur
  AFFILIA_PASSWORD      son mot de passe
  AFFILIA_CODE          le code à six chiffres de son application, si le rôle en demande un

Ce qui manque des trois dernières est demandé dans le terminal.`,
  identifier: 'Nom d’utilisateur\u00A0:',
  password: 'Mot de passe\u00A0:',
  code: 'Code de votre application\u00A0:',
  /** @param {string} variable */
  missing: variable => `${variable} manque, et il n’y a pas de terminal où le demander.`,
  brokenOff: 'Interrompu. Rien n’a été fait.',
  /** @param {string} file */
  unreadable: file =>
    `${file} n’est pas un fichier de documents\u00A0: un objet ou une liste JSON de textes.`,
  /** @param {string} name */
  added: name => `${name}\u00A0: nouveau`,
  /** @param {string} name */
  known: name => `${name}\u00A0: déjà inscrit`,
  /** @param {string} name @param {string} why */
  refused: (name, why) => `${name}\u00A0: refusé. ${why}`,
  /** @param {{ added: number, known: number, refused: number }} counts */
  summary: ({ added, known, refused }) =>
    `Nouveaux\u00A0: ${added}. Déjà inscrits\u00A0: ${known}. Refusés\u00A0: ${refused}.`,
  /** @param {{ code: string, message: string, requestId: string | null }} fault */
  fault: ({ code, message, requestId }) =>
    [`Le service n’a pas fait ce qui était demandé (${code}).`, message, requestId]
      .filter(Boolean)
      .join('\n'),
};

/** @type {Words} */
const en = {
  locale: 'en-CA',
  usage: `affilia documents push <file> --client <id> --endpoint <address>

Registers the GraphQL documents of a site, so that its publishable key may send them.

  <file>        documents.json of GraphQL Code Generator, or a list of texts
  --client      the id of the site, such as cli_…
  --endpoint    the address of the API, such as https://api.example.org/graphql

Environment:
  AFFILIA_KEY           the secret key of a tool with the scope clients:manage
  AFFILIA_IDENTIFIER    the username of an administrator
  AFFILIA_PASSWORD      their password
  AFFILIA_CODE          the six digits of their app, where the role asks for them

What is missing of the last three is asked for on the terminal.`,
  identifier: 'Username:',
  password: 'Password:',
  code: 'Code of your app:',
  missing: variable => `${variable} is missing, and there is no terminal to ask for it.`,
  brokenOff: 'Broken off. Nothing was done.',
  unreadable: file => `${file} is no file of documents: a JSON object or list of texts.`,
  added: name => `${name}: new`,
  known: name => `${name}: registered already`,
  refused: (name, why) => `${name}: refused. ${why}`,
  summary: ({ added, known, refused }) => `New: ${added}. Registered already: ${known}. Refused: ${refused}.`,
  fault: ({ code, message, requestId }) =>
    [`The service did not do what was asked (${code}).`, message, requestId].filter(Boolean).join('\n'),
};

/** In the language of the machine, as its environment says it. */
export const wordsOfMachine = () =>
  new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('fr') ? fr : en;
