import type { mailWordingEn } from './mail.wording.en.ts';

export const mailWordingFr: Record<keyof typeof mailWordingEn, string> = {
  'mail.letter.labelled': '{label}\u00A0:',
  'mail.letter.plainAddress':
    'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u00A0:',
  'mail.letter.contact': 'Des questions? Écrivez à {email} ou composez le {phone}.',
  'mail.letter.contactByMail': 'Des questions? Écrivez à {email}.',
  'mail.letter.reason':
    'Vous recevez ce message parce que l’organisme {sender} doit vous joindre au sujet de votre dossier, de votre compte ou d’une invitation à votre nom.',
  'mail.mailbox.title': 'Boîte de courriels d’essai',
  'mail.mailbox.explanation':
    'Ce domaine sert aux essais\u00A0: les courriels qu’il envoie restent ici et ne quittent jamais cet appareil. Le plus récent vient en premier.',
  'mail.mailbox.recipient': 'Destinataire',
  'mail.mailbox.filter': 'Filtrer',
  'mail.mailbox.all': 'Tout afficher',
  'mail.mailbox.refresh': 'Actualiser',
  'mail.mailbox.count': '{count, plural, =0 {Aucun courriel} one {# courriel} other {# courriels}}',
  'mail.mailbox.empty': 'Aucun courriel pour l’instant. Faites un geste qui en envoie un, puis actualisez.',
  'mail.mailbox.emptyFor': 'Aucun courriel à «\u00A0{recipient}\u00A0» pour l’instant.',
  'mail.mailbox.from': 'De',
  'mail.mailbox.to': 'À',
  'mail.mailbox.date': 'Reçu',
  'mail.mailbox.noSubject': '(sans objet)',
  'mail.mailbox.links': 'Liens de ce courriel',
  'mail.mailbox.noLinks': 'Ce courriel n’a aucun lien.',
  'mail.mailbox.text': 'Texte brut',
  'mail.mailbox.html': 'Tel qu’un logiciel de courriel le montre',
  'mail.mailbox.noHtml': 'Ce courriel n’est qu’en texte brut.',
  'mail.mailbox.back': 'Retour à la boîte de courriels',
  'mail.mailbox.absent': 'Ce courriel n’est pas ici (ou n’y est plus).',

  'MailState.QUEUED': 'En attente d’envoi',
  'MailState.SENT': 'Envoyé',
  'MailState.DEFERRED': 'Retardé',
  'MailState.BOUNCED': 'Non distribué',
  'MailState.CANCELLED': 'Annulé',

  'MailFault.ADDRESS_UNKNOWN': 'Cette boîte de courriel n’existe pas ou ne sert plus.',
  'MailFault.ADDRESS_UNREADABLE': 'Aucun serveur de courriel ne peut lire cette adresse.',
  'MailFault.MAILBOX_FULL': 'La boîte de courriel est pleine.',
  'MailFault.REFUSED': 'Le serveur de courriel du destinataire refuse ce message.',
  'MailFault.BUSY': 'Le serveur de courriel du destinataire demande d’attendre.',
  'MailFault.UNREACHABLE': 'Aucun serveur de courriel n’a répondu.',
  'MailFault.LETTER': 'Le portail n’a pas pu rédiger ce courriel.',

  'WhyNotAgain.OVER': 'Son objet est réglé.',
  'WhyNotAgain.ADDRESS_CHANGED': 'Son adresse n’est plus celle du compte.',
  'WhyNotAgain.NOT_YOURS': 'Seule la personne qui invite l’envoie de nouveau.',
  'WhyNotAgain.NEVER': 'Jamais envoyé deux fois.',
  'WhyNotAgain.DECEASED': 'La personne est décédée.',
};
