import type { accountPagesWordingEn } from './account-pages.wording.en.ts';

export const accountPagesWordingFr: Record<keyof typeof accountPagesWordingEn, string> = {
  'signOn.account.manage': 'Modifier votre compte',
  'signOn.account.security': 'Mot de passe et deuxièmes facteurs',
  'signOn.account.emails': 'Vos adresses courriel',
  'signOn.account.link': 'Réunir deux comptes',
  'signOn.security.factors': 'Deuxièmes facteurs',
  'signOn.security.changed.title': 'Votre mot de passe est modifié',
  'signOn.security.changed.said': 'Votre session reste ouverte ici. Toutes vos autres sessions sont fermées.',
  'signOn.security.goOn': 'Continuer',
  'signOn.emails.title': 'Vos adresses courriel',
  'signOn.emails.said':
    'Chaque adresse confirmée ouvre vos sessions et sert à récupérer votre compte. Vos courriels sont envoyés à l’adresse principale.',
  'signOn.emails.state.PRIMARY': 'Adresse principale, confirmée',
  'signOn.emails.state.PRIMARY_UNCONFIRMED': 'Adresse principale, pas encore confirmée',
  'signOn.emails.state.CONFIRMED': 'Confirmée',
  'signOn.emails.state.UNCONFIRMED': 'Pas encore confirmée',
  'signOn.emails.state.WAITING': 'En attente\u00A0: suivez le lien du courriel qui y a été envoyé.',
  'signOn.emails.pendingChange': 'Elle fera place à {address} une fois celle-ci confirmée.',
  'signOn.emails.primary': 'En faire l’adresse principale',
  'signOn.emails.again': 'Renvoyer le courriel de confirmation',
  'signOn.emails.remove': 'Retirer',
  'signOn.emails.said.sent':
    'Un courriel est en route vers {address}. Suivez-en le lien d’ici {hours, plural, one {#\u00A0heure} other {#\u00A0heures}}\u00A0: rien ne change avant.',
  'signOn.emails.said.primary': 'Vos courriels sont maintenant envoyés à {address}.',
  'signOn.emails.said.remove': '{address} a été retirée.',
  'signOn.link.said':
    'Si vous avez deux comptes, ils peuvent n’en faire plus qu’un. Celui-ci garde son mot de passe et ses deuxièmes facteurs, et reçoit tout ce que l’autre possède\u00A0: adresses, noms d’utilisateur, adhésions et rôles. L’autre est fermé.',
  'signOn.link.ends':
    'Toutes vos autres sessions seront fermées, et chaque adresse des deux comptes en sera avisée par courriel.',
  'signOn.link.factor.title': 'Une preuve de plus pour l’autre compte',
  'signOn.link.factor.said':
    'L’autre compte a un deuxième facteur. Rien n’est réuni avant que vous montriez que vous l’avez.',
  'signOn.link.factor.leave': 'Ne rien réunir et revenir',
  'signOn.link.done.title': 'Vos deux comptes n’en font plus qu’un',
  'signOn.link.done.said':
    'Toutes vos autres sessions sont fermées. Un courriel a été envoyé à chaque adresse des deux comptes.',
  'signOn.faultPage.WAIT.title': 'Un instant, s’il vous plaît',
  'signOn.faultPage.WAIT.todo':
    'Rien n’a été fait. Attendez, puis rechargez la page; si vous aviez envoyé un formulaire, revenez-y et renvoyez-le.',
  'signOn.faultPage.SIGNED_OUT.title': 'Votre session n’est plus ouverte',
  'signOn.faultPage.SIGNED_OUT.said':
    'Votre session a été fermée depuis que vous avez ouvert la page. Rien n’a été fait.',
  'signOn.faultPage.SIGNED_OUT.todo': 'Ouvrez une nouvelle session, puis recommencez.',
  'signOn.faultPage.OURS.title': 'Une erreur s’est produite',
  'signOn.faultPage.OURS.said': 'Une erreur s’est produite de notre côté. Vous n’y êtes pour rien.',
  'signOn.faultPage.OURS.todo':
    'Réessayez dans quelques minutes. Si cela se reproduit, écrivez à votre association et donnez-lui le numéro ci-dessous.',
  'signOn.faultPage.ELSEWHERE.title': 'Ce formulaire vient d’ailleurs',
  'signOn.faultPage.ELSEWHERE.said':
    'Le formulaire n’a pas été envoyé à partir d’une page de ce site. Rien n’a été fait.',
  'signOn.faultPage.ELSEWHERE.todo':
    'Si vous vouliez l’envoyer, ouvrez la page à partir du courriel ou du site Web de votre association, et recommencez.',
  'signOn.faultPage.NOWHERE.title': 'Cette page n’existe pas',
  'signOn.faultPage.NOWHERE.said': 'L’adresse que vous avez ouverte ne mène à aucune page.',
  'signOn.faultPage.NOWHERE.todo':
    'Vérifiez-la. Si elle vient d’un courriel, copiez tout le lien. Sinon, repartez du site Web de votre association ou de votre compte.',
  'signOn.faultPage.UNREADABLE.title': 'Cette demande est illisible',
  'signOn.faultPage.UNREADABLE.said': 'Ce que votre navigateur a envoyé est illisible. Rien n’a été fait.',
  'signOn.faultPage.UNREADABLE.todo':
    'Revenez à la page précédente, rechargez-la et recommencez. Si cela se reproduit, écrivez à votre association.',
  'signOn.faultPage.number': 'Numéro de la demande\u00A0:',
};
