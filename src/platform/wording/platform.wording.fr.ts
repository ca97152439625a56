import type { platformWordingEn } from './platform.wording.en.ts';

export const platformWordingFr: Record<keyof typeof platformWordingEn, string> = {
  InvalidInput: 'Certaines réponses sont à corriger. Rien n’a encore été enregistré.',
  TooManyAttempts:
    'Trop de tentatives. Réessayez dans {minutes, plural, one {environ une minute} other {environ # minutes}}.{open, select, FIRST_ACCESS_OR_FORGOTTEN_PASSWORD { Vous pouvez aussi choisir dès maintenant un nouveau mot de passe, à l’aide d’un lien envoyé par courriel.} other {}}',
  SignInTooOld:
    'Vous avez ouvert votre session il y a plus de {minutes, number} minutes. Ouvrez-la de nouveau pour faire cela. Rien n’a été fait.',
  IdempotencyKeyReused: 'Cette demande a déjà servi à autre chose. Rien n’a été fait, veuillez recommencer.',

  'InputIssue.REQUIRED': 'Une réponse est requise ici.',
  'InputIssue.TOO_SHORT': 'Il faut au moins {min, plural, one {# caractère} other {# caractères}}.',
  'InputIssue.TOO_LONG': 'C’est trop long : au plus {max, plural, one {# caractère} other {# caractères}}.',
  'InputIssue.BAD_FORMAT': 'Ce n’est pas écrit de la façon attendue.',
  'InputIssue.NOT_ALLOWED': 'Cette réponse n’est pas possible ici.',
  'InputIssue.OUT_OF_RANGE': 'La valeur doit être de {min, number} à {max, number}.',
  'InputIssue.PASSWORD_RULE': 'Le mot de passe ne respecte pas l’une des règles.',

  'Fault.BAD_REQUEST': 'La requête est incompréhensible.',
  'Fault.BAD_REQUEST.BODY':
    'Le corps doit être un objet JSON contenant « query » et, au besoin, « variables », « operationName » et « extensions ».',
  'Fault.BAD_REQUEST.BATCH': 'Une requête porte une seule opération, les lots ne sont pas acceptés.',
  'Fault.BAD_REQUEST.TOO_LARGE': 'Le corps est trop gros : au plus {max, number} ko.',
  'Fault.BAD_REQUEST.MEDIA_TYPE': 'Envoyez le corps en application/json.',
  'Fault.BAD_REQUEST.NOT_ACCEPTABLE':
    'Les réponses sont en application/json ou en application/graphql-response+json.',
  'Fault.BAD_REQUEST.METHOD': 'Cette adresse ne répond qu’à POST.',
  'Fault.BAD_REQUEST.NOT_FOUND': 'Il n’y a rien à cette adresse.',
  'Fault.BAD_REQUEST.DOCUMENT':
    'Le document n’est pas valide pour le schéma publié, à la ligne {line, number}, colonne {column, number}.',
  'Fault.BAD_REQUEST.DOCUMENT_DIGEST':
    'Le SHA-256 de «\u00A0persistedQuery\u00A0» n’est pas celui du texte de «\u00A0query\u00A0».',
  'Fault.BAD_REQUEST.DOCUMENT_UNKNOWN':
    'Aucun document connu ici n’a ce SHA-256. Envoyez son texte dans «\u00A0query\u00A0» ou inscrivez-le pour ce client.',
  'Fault.BAD_REQUEST.DOCUMENT_UNTRUSTED':
    'Dans un environnement réel, une clé publiable n’exécute que les documents du SDK et ceux inscrits pour son client. Inscrivez celui-ci avec «\u00A0registerClientDocuments\u00A0».',
  'Fault.BAD_REQUEST.OPERATION': 'Nommez l’une des opérations du document dans « operationName ».',
  'Fault.BAD_REQUEST.DEPTH': 'Le document est trop profond : au plus {max, number} niveaux.',
  'Fault.BAD_REQUEST.ALIASES': 'Le document compte trop d’alias : au plus {max, number}.',
  'Fault.BAD_REQUEST.DIRECTIVES': 'Le document compte trop de directives : au plus {max, number}.',
  'Fault.BAD_REQUEST.TOKENS': 'Le document est trop long : au plus {max, number} jetons.',
  'Fault.BAD_REQUEST.FIELDS':
    'Le document demande trop de champs : au plus {max, number} une fois les fragments déployés.',
  'Fault.BAD_REQUEST.REPEATS': 'Le document répète trop de champs au même endroit : au plus {max, number}.',
  'Fault.BAD_REQUEST.MUTATIONS': 'Le document compte trop de mutations : au plus {max, number}.',
  'Fault.BAD_REQUEST.ALONE': 'L’une de ces mutations doit être la seule de sa requête.',
  'Fault.UNAUTHENTICATED': 'Ouvrez d’abord une session.',
  'Fault.UNAUTHENTICATED.CLIENT_MISSING': 'Nommez le client appelant dans l’en-tête « x-affilia-client ».',
  'Fault.UNAUTHENTICATED.CLIENT_UNKNOWN': 'La clé de client n’est pas connue ici.',
  'Fault.UNAUTHENTICATED.TOKEN': 'Le jeton d’accès n’est pas valide ou est expiré.',
  'Fault.FORBIDDEN': 'Cela n’est pas permis.',
  'Fault.FORBIDDEN.ORIGIN': 'Ce client ne peut pas servir depuis les pages de cette origine.',
  'Fault.FORBIDDEN.SECRET_IN_BROWSER':
    'Une clé secrète ne doit jamais servir dans un navigateur. Révoquez celle-ci.',
  'Fault.FORBIDDEN.DIRECT_CLIENT': 'Les pages de ce client ne peuvent pas recevoir de mot de passe.',
  'Fault.FORBIDDEN.STAFF': 'Seul un outil interne muni d’une clé secrète peut demander cela.',
  'Fault.FORBIDDEN.TEST_CLIENT':
    'Seule une clé secrète peut demander cela, dans un environnement d’essai et pour sa propre association.',
  'Fault.FORBIDDEN.SCOPE': 'Les portées de ce client ne permettent pas cela.',
  'Fault.BAD_USER_INPUT': 'Une valeur est du mauvais type ou est manquante : {path}.',
  'Fault.BAD_USER_INPUT.VALUE': 'Une valeur est illisible.',
  'Fault.BAD_USER_INPUT.LIST': 'Une liste est trop longue : au plus {max, number} éléments.',
  'Fault.BAD_USER_INPUT.PAGE_SIZE': 'La taille d’une page est un nombre de 0 à {max, number}.',
  'Fault.BAD_USER_INPUT.PAGE_DIRECTION':
    'Lisez vers l’avant avec « first » et « after », ou vers l’arrière avec « last » et « before ».',
  'Fault.BAD_USER_INPUT.CURSOR': 'Le curseur n’est pas de cette liste.',
  'Fault.RATE_LIMITED':
    'Trop de requêtes. Réessayez dans {seconds, plural, one {# seconde} other {# secondes}}.',
  'Fault.SERVICE_BUSY':
    'Le service est occupé. Réessayez dans {seconds, plural, one {# seconde} other {# secondes}}, rien n’est perdu.',
  'Fault.INTERNAL_SERVER_ERROR':
    'Une erreur s’est produite de notre côté. Donnez-nous le numéro de la requête.',

  'NextStepKind.SIGN_IN': 'Ouvrir une session',
  'NextStepKind.OPEN_ACCOUNT': 'Ouvrir un compte',
  'NextStepKind.COMPLETE_PROFILE': 'Compléter votre profil',
  'NextStepKind.CONFIRM_EMAIL': 'Confirmer votre adresse courriel',
  'NextStepKind.REQUEST_NEW_INVITATION': 'Demander une nouvelle invitation',
  'NextStepKind.CONTACT_SUPPORT': 'Nous joindre',
  'NextStepKind.VIEW_ORGANIZATION': 'Voir l’organisation',
  'NextStepKind.VIEW_MEMBERSHIP': 'Voir votre adhésion',
  'NextStepKind.ASK_ORGANIZATION': 'S’adresser à l’organisation',
  'NextStepKind.USE_NEWEST_MAIL': 'Utiliser le courriel le plus récent',
  'NextStepKind.CHECK_MAIL': 'Consultez vos courriels',
  'NextStepKind.WAIT': 'Patienter un moment',
  'NextStepKind.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD': 'Premier accès ou mot de passe oublié',
  'NextStepKind.FORGOTTEN_USERNAME': 'Nom d’utilisateur oublié',
  'NextStepKind.SECOND_FACTOR': 'Confirmer que c’est bien vous',
  'NextStepKind.ENROLL_SECOND_FACTOR': 'Ajouter un deuxième facteur',
  'NextStepKind.LINK_ACCOUNTS': 'Réunir les deux comptes',
  'NextStepKind.DONE': 'Terminé',

  'Locale.FR_CA': 'français',
  'Locale.EN_CA': 'anglais',

  'CurrencyCode.CAD': 'Dollar canadien',
  'ClientScope.MEMBERS_READ': 'Consulter les membres et les organisations',
  'ClientScope.MEMBERS_WRITE': 'Modifier les membres et les organisations',
  'ClientScope.INVITATIONS_WRITE': 'Inviter',
  'ClientScope.MONEY_READ': 'Consulter les factures, les paiements et le grand livre',
  'ClientScope.MONEY_WRITE': 'Facturer, inscrire des paiements, rembourser et remettre',
  'ClientScope.CLIENTS_MANAGE': 'Gérer les clients',
  'ClientScope.TEST_REALM': 'Piloter l’environnement d’essai',

  'InputIssueCode.REQUIRED': 'Manquant',
  'InputIssueCode.TOO_SHORT': 'Trop court',
  'InputIssueCode.TOO_LONG': 'Trop long',
  'InputIssueCode.BAD_FORMAT': 'Mauvais format',
  'InputIssueCode.NOT_ALLOWED': 'Pas possible',
  'InputIssueCode.OUT_OF_RANGE': 'Hors limites',
  'InputIssueCode.PASSWORD_RULE': 'Règle du mot de passe',

  'FieldKind.TEXT': 'Ligne de texte',
  'FieldKind.EMAIL': 'Adresse courriel',
  'FieldKind.PASSWORD': 'Mot de passe',
  'FieldKind.PHONE': 'Numéro de téléphone',
  'FieldKind.URL': 'Adresse Web',
  'FieldKind.POSTAL_CODE': 'Code postal',
  'FieldKind.CHOICE': 'Choix',
  'FieldKind.CHECKBOX': 'Case à cocher',
  'FieldKind.CODE': 'Code d’accès',
  'FieldKind.DATE': 'Jour',

  'StepState.DONE': 'Terminée',
  'StepState.CURRENT': 'En cours',
  'StepState.UPCOMING': 'À venir',

  'staging.issue.word':
    'Ce mot n’est pas connu ici. Écrivez l’un de ceux de la documentation des importations.',
  'staging.issue.day': 'Écrivez la date sous la forme AAAA-MM-JJ.',
  'staging.issue.stays':
    'Écrivez pour chacune le mot, le premier jour et le dernier, séparées par des virgules : TV 2024-01-01 2025-12-31, LM 2026-01-01.',
  'staging.issue.stayTwice': 'La même commence deux fois le même jour.',
  'staging.issue.period': 'Le dernier jour précède le premier.',
};
