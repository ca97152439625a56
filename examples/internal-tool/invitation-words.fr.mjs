import { html } from './html.mjs';

/** @typedef {typeof invitationFr} InvitationWords */
export const invitationFr = {
  state: 'État',
  anyState: 'Tous les états',
  search: 'Partie de l’adresse ou du nom',
  count: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'invitation' : 'invitations'}`,
  facts: {
    state: 'État',
    endedOn: 'Depuis le',
    disputed: 'Contestation',
    target: 'Donne accès à',
    roles: 'Rôles',
    staffRole: 'Rôle',
    issuedOn: 'Envoyée le',
    issuedBy: 'De la part de',
    lastDay: 'Valable jusqu’au',
    expiredOn: 'Expirée depuis le',
    mail: 'Courriel',
    mailState: 'État du courriel',
    mailQueuedOn: 'Courriel préparé le',
    mailSettledOn: /** @type {Record<string, string>} */ ({
      SENT: 'Courriel envoyé le',
      BOUNCED: 'Envoi abandonné le',
      CANCELLED: 'Envoi annulé le',
    }),
  },
  disputed: 'La personne avisée dit que ce n’est pas la bonne personne qui a accepté.',
  resend: (/** @type {string} */ email) => html`Renvoyer<span class="unseen"> l’invitation à ${email}</span>`,
  revoke: (/** @type {string} */ email) => html`Retirer<span class="unseen"> l’invitation à ${email}</span>`,
  again: (/** @type {string} */ name) => `Inviter ${name} de nouveau`,
  resent: (/** @type {string} */ email) =>
    `Une nouvelle invitation est en route vers ${email}. Le code précédent ne fonctionne plus.`,
  revoked: (/** @type {string} */ email) =>
    `L’invitation à ${email} est retirée. Son code ne fonctionne plus.`,
};

/** @typedef {typeof inviteFr} InviteWords */
export const inviteFr = {
  title: 'Inviter',
  delegates: 'Inviter des délégués',
  toRecord:
    'Chaque personne est ajoutée aux dossiers de l’association et reçoit un code pour y ouvrir son compte.',
  labels: {
    people: 'Personnes à inviter, une par ligne',
    address: 'Adresse courriel',
    roles: 'Rôles donnés',
    locale: 'Langue du courriel',
  },
  peopleHelp:
    'Adresse; prénom; nom. Par exemple\u00A0: jean@maboite.example; Jean; Tremblay. Au plus 250 lignes.',
  facts: {
    person: 'Personne',
    membership: 'Adhésion',
    organization: 'Organisation',
    delegates: 'Délégués actuels',
  },
  noDelegates: 'Personne pour le moment',
  submit: 'Envoyer',
  otherwise: 'Inviter à autre chose',
  aDelegate: 'Des délégués d’une organisation\u00A0: choisir l’organisation',
  aMember: 'Le titulaire d’une adhésion\u00A0: choisir le membre',
  correct: 'Certaines réponses sont à corriger. Rien n’a encore été envoyé.',
  faults: {
    people: 'Indiquez au moins une adresse.',
    tooLong: (/** @type {readonly number[]} */ lines) =>
      `${lines.length < 2 ? 'Ligne' : 'Lignes'} ${lines.join(', ')}\u00A0: plus de trois parties. Gardez l’adresse, le prénom et le nom.`,
    roles: 'Choisissez au moins un rôle.',
    locale: 'Choisissez la langue du courriel.',
  },
};

/** @typedef {typeof inviteResultFr} InviteResultWords */
export const inviteResultFr = {
  title: 'Résultat des invitations',
  /** @param {number} sent @param {number} all */
  sent: (sent, all) =>
    `${sent.toLocaleString('fr-CA')} ${sent < 2 ? 'invitation envoyée' : 'invitations envoyées'} sur ${all}.`,
  forgotten: 'Ce résultat n’est plus disponible. La liste des invitations dit où en est chacune.',
  toList: 'Voir les invitations',
  again: 'Corriger les lignes qui n’ont pas été envoyées',
  todo: /** @type {Record<string, string>} */ ({
    ALREADY_HELD:
      'Il n’y a rien à envoyer. Si le rôle doit changer de mains, la personne en place le quitte d’abord.',
    ALREADY_INVITED: 'Renvoyez l’invitation en cours depuis la liste des invitations.',
    BAD_ADDRESS: 'Corrigez l’adresse.',
    INCOMPLETE: 'Ajoutez le prénom et le nom, chacun d’au plus 100 caractères.',
    NOT_FOUND:
      'Reprenez depuis la liste des membres ou des organisations, et vérifiez que votre rôle permet cette invitation.',
  }),
};
