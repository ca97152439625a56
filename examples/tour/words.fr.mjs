/** @typedef {typeof fr} Words */

export const fr = {
  title: 'La procédure de l’AQPM, du courriel au profil puis au reçu, telle que la voit une personne.',
  colon: '\u00A0: ',
  steps: {
    invite: 'Le personnel invite',
    mail: 'Le courriel arrive',
    page: 'Le lien ouvre la page d’invitation, où le code est déjà inscrit',
    wrongCode: 'Un code inexact',
    passwords: 'Chaque règle du mot de passe',
    usernames: 'Un nom d’utilisateur déjà pris, puis le même en d’autres lettres',
    account: 'Le compte s’ouvre',
    profile: 'Le profil',
    organization: 'La page de l’organisation',
    usedCode: 'Le même code, une autre fois',
    again: 'Le personnel invite la même personne à un autre rôle',
    existing: 'Cette fois, elle dispose d’un compte',
    quote: 'Le personnel demande ce que coûterait la prochaine cotisation',
    invoice: 'Le personnel facture le congrès',
    card: 'La personne voit sa facture et en paie la moitié par carte',
    receipt: 'Le reçu',
    cheque: 'Un chèque arrive, et le personnel l’inscrit',
    end: 'Les sessions se ferment',
  },
  /** @param {string} name @param {string} association */
  staffSignedIn: (name, association) =>
    `${name} ouvre une session dans l’outil du personnel\u00A0: ${association}.`,
  /** @param {string} email @param {string} role @param {string} organization */
  invites: (email, role, organization) => `Invitation à ${email}\u00A0: ${role}, ${organization}.`,
  /** @param {string} email @param {string} state */
  staffSees: (email, state) => `Dans la liste du personnel, l’invitation à ${email}\u00A0: ${state}.`,
  from: 'De\u00A0: ',
  to: 'À\u00A0: ',
  subject: 'Objet\u00A0: ',
  noMail:
    'le courriel n’est pas arrivé en 15 secondes. Vérifiez que le produit envoie son courrier (npm start fait tout).',
  /** @param {string} name @param {string | null} organization @param {readonly string[]} roles */
  invitationFor: (name, organization, roles) =>
    `Pour ${[name, organization, ...roles].filter(text => text !== null).join(', ')}.`,
  existingAccount: 'Je dispose d’un compte existant',
  /** @param {string} code */
  types: code => `La personne saisit ${code}.`,
  /** @param {string} text */
  tries: text => `La personne saisit «\u00A0${text}\u00A0».`,
  /** @param {readonly string[]} usernames */
  free: usernames => `  Encore libres\u00A0: ${usernames.join(', ')}.`,
  /** @param {string} username @param {string} password */
  opens: (username, password) =>
    `La personne saisit ${username} et ${password}, accepte les documents et s’inscrit.`,
  accountOpened: 'Le compte est ouvert et la session aussi.',
  /** @param {string} address @param {boolean} verified */
  address: (address, verified) =>
    `${address}\u00A0: adresse ${verified ? 'confirmée par le code' : 'à confirmer'}.`,
  /** @param {string} name @param {string | null} phone */
  profileSaved: (name, phone) => `Profil enregistré\u00A0: ${name}, ${phone}.`,
  sections: 'Sections\u00A0: ',
  delegates: 'Délégués\u00A0:',
  mayEdit: 'La personne peut modifier ce profil.',
  mayRead: 'La personne peut lire ce profil.',
  /** @param {string} username @param {string} password */
  signsIn: (username, password) => `La personne saisit ${username} et ${password}.`,
  accepted: 'L’invitation est acceptée avec ce compte.',
  /** @param {string} name */
  quoted: name => `Pour ${name}\u00A0:`,
  total: 'Total\u00A0: ',
  /** @param {string} number @param {string} total @param {string} state */
  billed: (number, total, state) => `Facture ${number} de ${total}\u00A0: ${state}.`,
  /** @param {string} number @param {string} state @param {string} open */
  invoiceStands: (number, state, open) => `Facture ${number}\u00A0: ${state}. Reste à payer\u00A0: ${open}.`,
  /** @param {string} amount */
  paysByCard: amount =>
    `La personne choisit une carte d’essai qui est acceptée et paie ${amount} sur la page\u00A0:`,
  noCard:
    'le paiement n’est pas arrivé en 15 secondes. Vérifiez que le produit exécute ses tâches (npm start fait tout).',
  /** @param {string} type @param {number} size */
  receipt: (type, size) => `La personne ouvre son reçu\u00A0: ${type}, ${String(size)}\u00A0ko.`,
  /** @param {string} number @param {string} amount */
  cheque: (number, amount) => `Chèque n°\u00A0${number} de ${amount}.`,
  signedOut: 'La personne et le personnel ont fermé leur session.',
  end: 'Fin de la visite. Recommencez quand vous voulez\u00A0: une nouvelle personne est invitée chaque fois.',
  /** @param {string} endpoint */
  notRunning: endpoint =>
    `Affilia ne répond pas à ${endpoint}\u00A0: démarrez-le avec «\u00A0npm start\u00A0», puis relancez «\u00A0npm run tour\u00A0».`,
  /** @param {string} why */
  stopped: why => `La visite s’arrête ici\u00A0: ${why}`,
};
