export const mailsWordingFr = {
  MailNotFound: 'Ce courriel n’existe pas ou n’existe plus.',
  MailNotResendable:
    '{why, select, ADDRESS_CHANGED {Ce courriel ne peut plus être envoyé de nouveau\u00A0: son adresse n’est plus celle du compte.} NOT_YOURS {Seule la personne qui invite peut envoyer ce courriel de nouveau. Demandez-le-lui.} NEVER {Un courriel de ce genre n’est jamais envoyé deux fois. Refaites plutôt la demande.} DECEASED {Cette personne est décédée\u00A0: plus rien ne lui est envoyé. Écrivez à qui s’occupe de la succession.} other {Ce courriel ne peut plus être envoyé de nouveau\u00A0: son objet est réglé.}}',
} as const;
