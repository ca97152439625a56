import type { lostAddressWordingEn } from './lost-address.wording.en.ts';

export const lostAddressWordingFr: Record<keyof typeof lostAddressWordingEn, string> = {
  OwnAddressKept:
    'C’est votre propre compte. Changez vous-même votre adresse ou demandez-le à une autre personne qui administre.',
  AddressReplacementOpen:
    'Une autre adresse a déjà été demandée, ou l’adresse actuelle a changé depuis. Retirez d’abord cette demande.',
  AddressReplacementNotFound: 'Aucun remplacement de cette adresse n’est plus en attente.',

  'lostAddress.addressFault.SAME': 'Le compte a déjà cette adresse.',
  'lostAddress.addressFault.TAKEN':
    'Un autre compte utilise cette adresse. Si les deux sont à la même personne, elle les réunit après avoir ouvert une session.',

  'lostAddress.mail.greeting': 'Bonjour,',
  'lostAddress.mail.asked.subject': 'On nous a demandé de remplacer l’adresse de votre compte',
  'lostAddress.mail.asked.text':
    'On nous a dit que vous ne pouvez plus lire les courriels de cette adresse. L’adresse {newAddress} remplacera {when} l’adresse principale de votre compte, et toutes vos sessions se termineront. Ce sera plus tôt si une deuxième personne de notre équipe a vérifié qui l’a demandé.',
  'lostAddress.mail.asked.notYou': 'Si ce n’était pas vous, arrêtez tout maintenant\u00A0:',
  'lostAddress.mail.asked.label': 'Garder mon adresse',
  'lostAddress.mail.asked.ignore': 'Si c’était vous, il n’y a rien d’autre à faire que d’attendre.',
  'lostAddress.mail.announced.subject': 'Cette adresse sera celle de votre compte',
  'lostAddress.mail.announced.text':
    'Vous avez dit à notre équipe que vous ne pouvez plus lire les courriels de votre adresse. Celle-ci, {newAddress}, la remplacera {when}, et toutes vos sessions se termineront. Ce sera plus tôt si une deuxième personne de notre équipe a vérifié qui l’a demandé.',
  'lostAddress.mail.announced.after':
    'Nous vous écrirons alors de nouveau ici, avec un lien qui confirme cette adresse. D’ici là, votre compte reste tel quel.',
  'lostAddress.mail.announced.notYou':
    'Si vous n’avez rien demandé, quelqu’un s’est trompé\u00A0: écrivez-nous ou appelez-nous. Nos coordonnées sont ci-dessous.',
  'lostAddress.mail.done.subject': 'L’adresse de votre compte a été remplacée',
  'lostAddress.mail.done.text':
    'L’adresse principale de votre compte est maintenant {newAddress}. Toutes vos sessions sont terminées et les liens que nous vous avions envoyés ne fonctionnent plus.',
  'lostAddress.mail.done.advice':
    'Confirmez la nouvelle adresse par le lien qui y a été envoyé. Si vous ne connaissez pas votre mot de passe, choisissez «\u00A0Premier accès ou mot de passe oublié\u00A0» là où vous ouvrez vos sessions et tapez la nouvelle adresse.',
  'lostAddress.mail.done.notYou':
    'Si vous n’avez pas demandé cela à notre équipe, appelez-nous sans attendre. Nos coordonnées sont ci-dessous.',
  'lostAddress.mail.stopped.subject': 'L’adresse de votre compte reste la même',
  'lostAddress.mail.stopped.text':
    '{why, select, CONTESTED {Quelqu’un qui lit vos courriels ou qui a ouvert une session dans votre compte a dit ne pas l’avoir demandé\u00A0: {newAddress} ne devient pas votre adresse.} WITHDRAWN {Notre équipe a retiré la demande\u00A0: {newAddress} ne devient pas votre adresse.} other {La demande n’a pas pu être exécutée, parce qu’un autre compte a cette adresse ou que la vôtre a changé depuis\u00A0: {newAddress} ne devient pas votre adresse.}}',
  'lostAddress.mail.stopped.advice':
    'S’il vous faut bien une autre adresse, écrivez-nous ou appelez-nous. Nos coordonnées sont ci-dessous.',
  'lostAddress.mail.notReplaced.subject': 'Une adresse que vous vouliez remplacer reste la même',
  'lostAddress.mail.notReplaced.text':
    '{why, select, CONTESTED {Vous aviez demandé {newAddress} comme nouvelle adresse du compte de quelqu’un. La personne dit ne pas l’avoir demandé\u00A0: son adresse reste.} WITHDRAWN {Vous aviez demandé {newAddress} comme nouvelle adresse du compte de quelqu’un. Une autre personne qui administre l’a retiré\u00A0: l’adresse reste.} other {Vous aviez demandé {newAddress} comme nouvelle adresse du compte de quelqu’un. Au moment prévu, un autre compte avait cette adresse ou l’ancienne avait changé\u00A0: l’adresse reste.}}',
  'lostAddress.mail.notReplaced.advice':
    'Avant toute autre démarche, appelez la personne au numéro au dossier\u00A0: quelqu’un s’est peut-être fait passer pour elle.',
};
