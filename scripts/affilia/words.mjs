/** @typedef {typeof fr} Words */

const place = ({ row, column }, line, name) =>
  [`${line} ${row}`, column === null ? null : `${name}${column}`].filter(Boolean).join(', ');

const fr = {
  locale: /** @type {'fr-CA' | 'en-CA'} */ ('fr-CA'),
  description: 'Outils d’une association sur Affilia.',
  import: 'Importe un fichier CSV, tout entier ou pas du tout.',
  kind: 'people, organizations, memberships, delegations ou accounts',
  file: 'le fichier CSV',
  association: 'le code de l’association',
  source: 'le système d’où vient le fichier, par exemple «\u00A0ancien\u00A0»',
  dryRun: 'lire et faire rapport, sans rien écrire',
  endpoint: 'l’adresse de l’API',
  environment: `Variables d’environnement\u00A0:
  AFFILIA_KEY           la clé secrète d’un outil de la portée «\u00A0members:write\u00A0»
  AFFILIA_IDENTIFIER    le nom d’utilisateur d’un membre du personnel
  AFFILIA_PASSWORD      son mot de passe
  AFFILIA_CODE          le code à six chiffres de son application, si le rôle en demande un

Ce qui manque des trois dernières est demandé dans le terminal.`,
  /** @param {string} name @param {readonly string[]} values */
  oneOf: (name, values) => `${name} est l’un de\u00A0: ${values.join(', ')}.`,
  identifier: 'Nom d’utilisateur\u00A0:',
  password: 'Mot de passe\u00A0:',
  code: 'Code de votre application\u00A0:',
  /** @param {string} variable */
  missing: variable => `${variable} manque, et il n’y a pas de terminal où le demander.`,
  brokenOff: 'Interrompu. Rien n’a été fait.',
  /** @param {string} file */
  unreadable: file => `${file} ne peut pas être lu.`,
  bar: '{bar} {percentage}\u00A0% | {rows} | {state}',
  /** @param {number} count */
  rows: count => `${count} ${count < 2 ? 'ligne' : 'lignes'}`,
  states: {
    WAITING: 'en attente',
    READING: 'lecture',
    WRITING: 'écriture',
    DONE: 'terminé',
    FAULTY: 'à corriger',
    FAILED: 'échec',
    CANCELLED: 'annulé',
  },
  severities: {
    FAULT: count => `Erreurs\u00A0: ${count}`,
    NOTICE: count => `Avis\u00A0: ${count}`,
    DUPLICATE: count => `Doublons possibles\u00A0: ${count}`,
  },
  finding: one => `  ${place(one, 'ligne', 'colonne ')}\u00A0: ${one.message}`,
  more: count => `  … et ${count} de plus.`,
  counts: ({ created, changed, unchanged, heldOut }) =>
    `Nouveaux\u00A0: ${created}. Modifiés\u00A0: ${changed}. Inchangés\u00A0: ${unchanged}. Laissés de côté\u00A0: ${heldOut}.`,
  ends: {
    DONE: 'Tout est écrit.',
    DRY_RUN: 'Le fichier peut être importé. Rien n’a été écrit.',
    FAULTY: 'Rien n’a été écrit. Corrigez le fichier et recommencez.',
    FAILED: 'Rien n’a été écrit.',
    CANCELLED: 'Annulé. Rien n’a été écrit.',
  },
  /** @param {{ code: string, message: string, requestId: string | null }} fault */
  fault: ({ code, message, requestId }) =>
    [`Le service n’a pas fait ce qui était demandé (${code}).`, message, requestId]
      .filter(Boolean)
      .join('\n'),
};

/** @type {Words} */
const en = {
  locale: 'en-CA',
  description: 'Tools of an association on Affilia.',
  import: 'Imports a CSV file, all of it or nothing.',
  kind: 'people, organizations, memberships, delegations or accounts',
  file: 'the CSV file',
  association: 'the code of the association',
  source: 'the system that the file comes from, such as "legacy"',
  dryRun: 'read and report, and write nothing',
  endpoint: 'the address of the API',
  environment: `Environment:
  AFFILIA_KEY           the secret key of a tool with the scope members:write
  AFFILIA_IDENTIFIER    the username of a staff member
  AFFILIA_PASSWORD      their password
  AFFILIA_CODE          the six digits of their app, where the role asks for them

What is missing of the last three is asked for on the terminal.`,
  oneOf: (name, values) => `${name} is one of: ${values.join(', ')}.`,
  identifier: 'Username:',
  password: 'Password:',
  code: 'Code of your app:',
  missing: variable => `${variable} is missing, and there is no terminal to ask for it.`,
  brokenOff: 'Broken off. Nothing was done.',
  unreadable: file => `${file} cannot be read.`,
  bar: '{bar} {percentage}% | {rows} | {state}',
  rows: count => `${count} ${count === 1 ? 'row' : 'rows'}`,
  states: {
    WAITING: 'waiting',
    READING: 'reading',
    WRITING: 'writing',
    DONE: 'done',
    FAULTY: 'to be corrected',
    FAILED: 'failed',
    CANCELLED: 'cancelled',
  },
  severities: {
    FAULT: count => `Faults: ${count}`,
    NOTICE: count => `Notices: ${count}`,
    DUPLICATE: count => `Possible duplicates: ${count}`,
  },
  finding: one => `  ${place(one, 'row', 'column ')}: ${one.message}`,
  more: count => `  … and ${count} more.`,
  counts: ({ created, changed, unchanged, heldOut }) =>
    `New: ${created}. Changed: ${changed}. Unchanged: ${unchanged}. Left out: ${heldOut}.`,
  ends: {
    DONE: 'Everything is written.',
    DRY_RUN: 'The file can be imported. Nothing was written.',
    FAULTY: 'Nothing was written. Correct the file and start again.',
    FAILED: 'Nothing was written.',
    CANCELLED: 'Cancelled. Nothing was written.',
  },
  fault: ({ code, message, requestId }) =>
    [`The service did not do what was asked (${code}).`, message, requestId].filter(Boolean).join('\n'),
};

/** In the language of the machine, as its environment says it. */
export const wordsOfMachine = () =>
  new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('fr') ? fr : en;
