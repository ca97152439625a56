import type { signOnWordingEn } from './sign-on.wording.en.ts';

export const signOnWordingFr: Record<keyof typeof signOnWordingEn, string> = {
  'signOn.realmPage.language': 'Langue',
  'signOn.realmPage.title.INVITATION': 'Votre invitation',
  'signOn.realmPage.title.PASSWORD_RESET': 'Votre nouveau mot de passe',
  'signOn.realmPage.title.COMPLETION': 'Ouverture de votre compte',
  'signOn.realmPage.title.EMAIL_CONFIRMATION': 'Un lien reçu par courriel',
  'signOn.realmPage.title.RENEWAL': 'Votre renouvellement',
  'signOn.realmPage.title.INVOICE': 'Votre facture',
  'signOn.realmPage.title.PREFERENCES': 'Vos préférences de communication',
  'signOn.realmPage.title.SIGNED_OUT': 'Session fermée',
  'signOn.realmPage.absent': 'L’association qui vous a écrit n’a pas encore sa propre page pour cela.',
  'signOn.realmPage.unchanged': 'Ouvrir le lien n’a rien changé\u00A0: il n’a pas servi.',
  'signOn.realmPage.stillGoodUntil': 'Le lien reste valable jusqu’à l’échéance indiquée dans le courriel.',
  'signOn.realmPage.stillGood': 'Le lien reste valable.',
  'signOn.realmPage.todo': 'Que faire',
  'signOn.realmPage.write':
    'Écrivez à l’association qui vous a envoyé le courriel\u00A0: répondez-y, ou servez-vous des coordonnées qui figurent au bas. Elle vous dira comment continuer.',
  'signOn.realmPage.keepSecret':
    'Retirez le lien de votre message\u00A0: il est pour vous seulement, et personne n’en a besoin pour vous aider.',
  'signOn.realmPage.signedOut.absent': 'Votre association n’a pas encore sa propre page pour cela.',
  'signOn.realmPage.signedOut.unchanged':
    'Cette page s’affiche après la fermeture d’une session. Elle ne demande rien, et l’ouvrir ne change rien.',
  'signOn.realmPage.signedOut.return':
    'Pour revenir, passez par le site de votre association. Si vous ne trouvez pas le chemin, écrivez à l’association.',
  'signOn.page.realm': 'Service d’ouverture de session des associations',
  'signOn.page.optional': '(facultatif)',
  'signOn.page.correct': 'Certaines réponses sont à corriger.',
  'signOn.page.back': 'Revenir à l’ouverture de session',
  'signOn.signIn.forSite':
    'Vous ouvrez une session auprès de l’organisme suivant\u00A0: {site}. Votre mot de passe n’est donné qu’ici\u00A0: le site Web ne le voit jamais.',
  'signOn.signIn.leave': 'Revenir à {site} sans ouvrir de session',
  'signOn.signIn.waysOn': 'Pour continuer',
  'signOn.factor.title': 'Une preuve de plus que c’est bien vous',
  'signOn.factor.none':
    'Votre compte demande une seconde preuve qui ne peut pas être donnée dans cette page.',
  'signOn.newPassword.link': 'Code du lien reçu par courriel',
  'signOn.newPassword.link.help':
    'Il se remplit à l’ouverture du lien. Sinon, copiez ici ce qui suit «\u00A0#token=\u00A0» dans le lien.',
  'signOn.newPassword.go': 'Continuer',
  'signOn.newPassword.done.title': 'Votre mot de passe est en place',
  'signOn.newPassword.done.said':
    'Toutes vos sessions sont fermées. Ouvrez-en une avec le nouveau mot de passe dans le site Web de votre association.',
  'signOn.newPassword.done.here': 'Ouvrir une session ici pour voir votre compte',
  'signOn.newPassword.again': 'Demander un autre lien',
  'signOn.help.title.FORGOTTEN_PASSWORD': 'Premier accès ou mot de passe oublié',
  'signOn.help.title.FORGOTTEN_USERNAME': 'Nom d’utilisateur oublié',
  'signOn.help.choose':
    'Choisissez votre association\u00A0: chacune demande ce qu’il lui faut pour vous reconnaître.',
  'signOn.help.nothingCame': 'Rien n’est arrivé?',
  'signOn.help.wait':
    'Attendez d’abord {minutes, plural, one {#\u00A0minute} other {#\u00A0minutes}} et regardez dans le courrier indésirable. Faites ensuite envoyer le courriel de nouveau\u00A0: seul le lien le plus récent fonctionne.',
  'signOn.help.again': 'Envoyer de nouveau',
  'signOn.newPassword.repeat': 'Les deux mots de passe ne sont pas identiques.',
  'signOn.emailLink.link': 'Code du lien reçu par courriel',
  'signOn.emailLink.link.help':
    'Il se remplit quand vous ouvrez le lien du courriel. Sinon, copiez ici tout le lien. Rien ne change avant que vous le confirmiez.',
  'signOn.emailLink.CONFIRM.title': 'Confirmer mon adresse courriel',
  'signOn.emailLink.CONFIRM.text': 'Un seul clic reste à faire.',
  'signOn.emailLink.CONFIRM.button': 'Confirmer mon adresse',
  'signOn.emailLink.CONFIRM.done.title': 'Votre adresse est confirmée',
  'signOn.emailLink.CONFIRM.done.said': 'Vous pouvez fermer cette page.',
  'signOn.emailLink.KEEP_FACTORS.title': 'Garder mes deuxièmes facteurs',
  'signOn.emailLink.KEEP_FACTORS.text':
    'On nous a dit que vous avez perdu votre appareil. Si ce n’était pas vous, dites-le ici\u00A0: rien ne sera retiré de votre compte.',
  'signOn.emailLink.KEEP_FACTORS.button': 'Ce n’était pas moi',
  'signOn.emailLink.KEEP_FACTORS.done.title': 'Vos deuxièmes facteurs restent',
  'signOn.emailLink.KEEP_FACTORS.done.said':
    'Quelqu’un connaît peut-être votre mot de passe. Ouvrez une session ici et changez-le.',
  'signOn.emailLink.KEEP_FACTORS.done.todo': 'Modifier mon mot de passe',
  'signOn.emailLink.KEEP_ADDRESS.title': 'Garder mon adresse',
  'signOn.emailLink.KEEP_ADDRESS.text':
    'On nous a dit que vous ne pouvez plus lire vos courriels. Si ce n’était pas vous, dites-le ici\u00A0: votre adresse ne changera pas.',
  'signOn.emailLink.KEEP_ADDRESS.button': 'Ce n’était pas moi',
  'signOn.emailLink.KEEP_ADDRESS.done.title': 'Votre adresse reste la même',
  'signOn.emailLink.KEEP_ADDRESS.done.said':
    'Quelqu’un s’est peut-être fait passer pour vous. Communiquez avec votre association.',
  'signOn.completion.link': 'Code du lien de la lettre',
  'signOn.completion.link.help':
    'Il se remplit quand vous ouvrez le lien. Sinon, copiez ici le lien ou ce qui suit «\u00A0#token=\u00A0» dans celui-ci.',
  'signOn.completion.unchanged':
    'Ouvrir cette page ne change rien\u00A0: le lien ne sert qu’une fois votre compte ouvert.',
  'signOn.completion.lastDay': 'Le lien fonctionne jusqu’au dernier jour compris\u00A0: {lastDay}.',
  'signOn.completion.done.title': 'Votre compte est ouvert',
  'signOn.completion.done.said':
    'Ouvrez une session dans le site de votre association avec votre nom d’utilisateur ou votre numéro de membre. Vous pourrez y ajouter une adresse courriel à votre compte, pour qu’un mot de passe oublié puisse être remplacé par courriel.',
  'signOn.invitation.code': 'Code d’invitation',
  'signOn.invitation.code.help':
    'Il se remplit à l’ouverture du lien. Sinon, copiez ici le code, ou le lien entier, du courriel que vous avez reçu.',
  'signOn.invitation.unchanged':
    'Ouvrir cette page ne change rien\u00A0: l’invitation ne sert qu’une fois acceptée.',
  'signOn.invitation.otherLink':
    'Si vous avez suivi un autre lien, comme «\u00A0Ce n’est pas moi\u00A0», répondez plutôt au courriel\u00A0: l’association fera le nécessaire.',
  'signOn.invitation.from': 'De la part de\u00A0: {association}',
  'signOn.invitation.to': 'À l’intention de\u00A0: {invitee}',
  'signOn.invitation.offers': 'Ce qu’elle vous donne\u00A0: {target}',
  'signOn.invitation.organization': 'Organisation concernée\u00A0: {organization}',
  'signOn.invitation.roles': '{count, plural, one {Rôle proposé} other {Rôles proposés}}\u00A0: {roles}',
  'signOn.invitation.documents': 'À lire avant d’accepter',
  'signOn.invitation.choose': 'Choisissez une langue',
  'signOn.invitation.own.ask': 'J’ai déjà un compte',
  'signOn.invitation.own.said':
    'Ouvrez une session pour accepter l’invitation avec votre compte. Elle se referme aussitôt.',
  'signOn.invitation.own.back': 'Ouvrir plutôt un nouveau compte',
  'signOn.invitation.opened.title': 'Votre compte est ouvert',
  'signOn.invitation.opened.said': 'L’invitation est acceptée, et votre adresse est confirmée.',
  'signOn.invitation.joined.title': 'L’invitation est acceptée',
  'signOn.invitation.joined.said': 'Votre compte a ce que l’invitation vous donnait.',
  'signOn.invitation.goOn': 'Pour continuer, ouvrez une session dans le site Web de l’association\u00A0:',
  'signOn.invitation.confirm.title': 'Encore une confirmation',
  'signOn.invitation.confirm.said':
    'Votre compte n’a pas l’adresse qui a reçu l’invitation. Un courriel vient d’être envoyé à {maskedAddress}\u00A0: l’invitation sera acceptée une fois confirmée de là.',
  'signOn.invitation.fresh.submit': 'Envoyer une nouvelle invitation',
  'signOn.invitation.fresh.title': 'Une nouvelle invitation est en route',
  'signOn.invitation.fresh.said': 'Elle a été envoyée à {maskedAddress}. Servez-vous du code de ce courriel.',
  'signOn.over.title': 'Recommencez à partir du site Web',
  'signOn.over.said': 'Cette ouverture de session a expiré ou est déjà terminée.',
  'signOn.over.todo': 'Revenez au site Web d’où vous venez et choisissez-y «\u00A0Ouvrir une session\u00A0».',
  'signOn.fault.title': 'Le site Web a demandé quelque chose d’impossible',
  'signOn.fault.said': 'Aucune session n’a été ouverte, et rien n’a été modifié.',
  'signOn.fault.todo':
    'Revenez au site Web et essayez de nouveau. Si cela se reproduit, prévenez les personnes qui s’en occupent.',
  'signOn.fault.reason': 'À leur intention\u00A0:',
  'signOn.signOut.title': 'Fermer la session\u00A0?',
  'signOn.signOut.said':
    'Vos sessions seront fermées dans tous les sites Web où vous êtes entré à partir de ce navigateur avec cette session.',
  'signOn.signOut.submit': 'Fermer la session',
  'signOn.signOut.stay': 'Garder la session ouverte',
  'signOn.signedOut.title': 'Votre session est fermée',
  'signOn.signedOut.said': 'Plus personne n’a de session ouverte dans ce navigateur.',
  'signOn.signedOut.todo': 'Vous pouvez fermer cette page.',
  'signOn.account.title': 'Votre compte',
  'signOn.account.said':
    'Tout ce que vous détenez, dans toutes les associations. Aucun site Web ne voit cette page\u00A0: chacun ne voit que ce qui le concerne.',
  'signOn.account.signedOut':
    'Ouvrez une session à l’aide de votre association\u00A0: choisissez-la, et vous reviendrez ici.',
  'signOn.account.identifiers': 'Vous ouvrez une session avec',
  'signOn.account.unverified': '{address} (pas encore confirmée)',
  'signOn.account.memberships': 'Vos adhésions',
  'signOn.account.delegations': 'Les organisations que vous représentez',
  'signOn.account.staff': 'Vos rôles au sein du personnel',
  'signOn.account.sessions': 'Vos sessions ouvertes',
  'signOn.account.session': '{site}, {device}, depuis le {startedOn}, dernière utilisation le {lastUsedOn}',
  'signOn.account.endSession': 'Mettre fin à cette session',
  'signOn.account.none': 'Aucun élément.',
  'signOn.passkey.signIn': 'Ouvrir une session avec une clé d’accès',
  'signOn.passkey.use': 'Utiliser ma clé d’accès',
  'signOn.passkey.failed':
    'Aucune clé d’accès n’a été utilisée. Essayez de nouveau, ou choisissez une autre façon.',
  'signOn.account.nobody': 'Aucune session n’est ouverte dans ce navigateur.',
  'signOn.account.signIn': 'Ouvrir une session',
  'signOn.account.leave': 'Revenir sans ouvrir de session',
  'signOn.account.membership': '{association}\u00A0: {number}, {status}',
  'signOn.account.role': '{body}\u00A0: {role}',
  'signOn.account.siteOf': '{site} ({association})',
  'signOn.account.here': '(ce navigateur)',
  'signOn.security.title': 'Sécurité de votre compte',
  'signOn.security.said':
    'En plus de votre mot de passe, vous montrez que vous avez votre appareil. Ce que vous ajoutez ici sert dans tous les sites Web dont les sessions s’ouvrent dans cette page. Une clé d’accès vous connecte aussi sans mot de passe.',
  'signOn.security.none': 'Vous n’avez pas de deuxième facteur.',
  'signOn.security.codesLeft':
    '{left, plural, =0 {Il ne reste aucun code de récupération.} one {Il reste #\u00A0code de récupération.} other {Il reste #\u00A0codes de récupération.}}',
  'signOn.security.passkeyOf': '{name} (clé d’accès de {website})',
  'signOn.security.stale':
    'Pour modifier quelque chose ici, ouvrez d’abord une nouvelle session\u00A0: une fenêtre restée ouverte ne doit pas suffire.',
  'signOn.security.again': 'Ouvrir une nouvelle session',
  'signOn.security.back': 'Revenir à votre compte',
  'signOn.security.app': 'Ajouter une application d’authentification',
  'signOn.security.codes': 'Faire de nouveaux codes de récupération',
  'signOn.security.remove': 'Retirer',
  'signOn.security.passkeySaid':
    'Elle appartient à ce service et sert partout où vous ouvrez une session dans cette page.',
  'signOn.security.scan': 'Numérisez cette image avec votre application d’authentification.',
  'signOn.security.picture': 'Code QR à numériser avec votre application d’authentification',
  'signOn.security.typeSecret': 'Ou tapez-y cette clé\u00A0:',
  'signOn.security.cancel': 'Ne rien ajouter et revenir',
  'signOn.security.codes.title': 'Vos codes de récupération',
  'signOn.security.codes.said':
    'Gardez-les sur papier ou dans un gestionnaire de mots de passe. Si vous perdez votre appareil, chacun vous ouvre une session une fois. Ils ne seront plus affichés.',
  'signOn.security.done': 'C’est fait. Un courriel vous le confirme.',
  'signOn.security.kept': 'Je les ai gardés\u00A0: continuer',
};
