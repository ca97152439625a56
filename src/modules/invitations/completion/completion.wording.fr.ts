import type { completionWordingEn } from './completion.wording.en.ts';

export const completionWordingFr: Record<keyof typeof completionWordingEn, string> = {
  CompletionLinkUnknown:
    'Ce lien ne peut pas servir. Vérifiez qu’il a été copié en entier depuis la lettre ou adressez-vous à l’association.',
  CompletionLinkUsed:
    'Votre compte est déjà ouvert. Ouvrez une session avec votre nom d’utilisateur ou votre numéro de membre.',
  CompletionLinkReplaced:
    'L’association a préparé un lien plus récent pour vous. Utilisez celui de sa dernière lettre ou adressez-vous à elle.',
  CompletionLinkExpired: 'Ce lien est expiré. Demandez-en un nouveau à l’association.',
  CompletionLinkBlocked:
    'Ce lien ne fonctionne plus\u00A0: le numéro de membre était inexact trop de fois. L’association en est avisée, demandez-lui un nouveau lien.',
  MemberNumberWrong:
    'Ce n’est pas le numéro de membre de la personne à qui la lettre est adressée. Vous pouvez essayer encore {guessesLeft, plural, one {une fois} other {# fois}}, ensuite le lien ne fonctionnera plus.',

  'CompletionFact.MEMBER_NUMBER': 'Numéro de membre',

  'CompletionLeftOutReason.HAS_ACCOUNT': 'A déjà un compte',
  'CompletionLeftOutReason.HAS_ADDRESS': 'A une adresse courriel\u00A0: envoyez plutôt une invitation',
  'CompletionLeftOutReason.NO_MEMBER_NUMBER': 'N’a pas de numéro de membre à demander',
  'CompletionLeftOutReason.NOT_FOUND': 'Introuvable dans cette association',

  'invitations.completion.greeting':
    'Bienvenue, {givenName}! Votre association a préparé votre compte. Aucune adresse courriel n’est nécessaire\u00A0: votre numéro de membre, qui n’est pas dans la lettre, prouve que c’est bien vous.',
  'invitations.completion.form.title': 'Ouvrir votre compte',
  'invitations.completion.form.submit': 'Ouvrir mon compte',
  'invitations.completion.form.memberNumber': 'Numéro de membre',
  'invitations.completion.form.memberNumber.help':
    'Il est sur votre carte et sur les envois précédents de l’association. Les espaces et les tirets ne comptent pas.',

  'invitations.completion.csv.personId': 'id_personne',
  'invitations.completion.csv.givenName': 'prénom',
  'invitations.completion.csv.familyName': 'nom_de_famille',
  'invitations.completion.csv.language': 'langue',
  'invitations.completion.csv.lastDay': 'dernier_jour',
  'invitations.completion.csv.url': 'lien',

  'invitations.completion.export.made':
    'Enregistrez cette liste maintenant\u00A0: elle est montrée une seule fois et n’est conservée nulle part. Elle compte {links, plural, one {# lien} other {# liens}}. N’imprimez pas le numéro de membre dans la lettre\u00A0: c’est ce qui est demandé aux personnes.',
  'invitations.completion.export.shownOnce':
    'Cette liste a déjà été montrée une fois et n’est conservée nulle part. Si elle est perdue, préparez de nouveaux liens pour les mêmes personnes\u00A0: les précédents ne fonctionneront plus.',
  'invitations.completion.export.nobody': 'Personne ici n’a besoin d’un lien\u00A0: aucun n’a été préparé.',

  'invitations.completion.mail.blocked.subject': 'Un lien de premier accès ne fonctionne plus',
  'invitations.completion.mail.blocked.what':
    'Le lien de la lettre adressée à {person} est bloqué\u00A0: le numéro de membre a été mal saisi cinq fois. C’était peut-être {person} ou quelqu’un d’autre qui a ouvert la lettre.',
  'invitations.completion.mail.blocked.todo':
    'Pour préparer un nouveau lien, choisissez {person} par son nom dans la liste des liens de premier accès de l’outil du personnel et postez la nouvelle lettre. Vérifiez d’abord le numéro de membre avec {person}.',
};
