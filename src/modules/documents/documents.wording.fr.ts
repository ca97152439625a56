export const documentsWordingFr = {
  'UploadPurpose.IMPORT': 'Importation',
  'UploadPurpose.DOCUMENT': 'Document au dossier',
  'UploadPurpose.EXPORT': 'Exportation',
  'ExportKind.AUDIT_TRAIL': 'Journal des actes',
  'ExportState.WAITING': 'En attente',
  'ExportState.WRITING': 'En cours d’écriture',
  'ExportState.DONE': 'Terminée',
  'ExportState.FAILED': 'Échouée',
  'ExportState.EXPIRED': 'Expirée',
  'UploadState.AWAITING': 'En attente',
  'UploadState.RECEIVED': 'Reçu',
  'UploadState.EXPIRED': 'Expiré',
  'UploadState.REMOVED': 'Supprimé',
  'UploadQuota.ACCOUNT_MEGABYTES': 'Mégaoctets de ce compte',
  'UploadQuota.ACCOUNT_FILES_A_DAY': 'Fichiers de ce compte en 24\u00A0heures',
  'UploadQuota.ASSOCIATION_MEGABYTES': 'Mégaoctets de l’association',
  'UploadQuota.ASSOCIATION_FILES_A_DAY': 'Fichiers pour l’association en 24\u00A0heures',

  UploadNotAllowed: 'Vous ne pouvez pas envoyer ce fichier à cette association.',
  UploadQuotaReached:
    '{quota, select, ACCOUNT_MEGABYTES {Il n’y a plus de place pour ce fichier\u00A0: vos fichiers occupent déjà {used, number} des {limit, number}\u00A0Mo prévus. Écrivez à votre association.} ACCOUNT_FILES_A_DAY {Vous avez envoyé {used, number} fichiers en 24\u00A0heures, le maximum. Réessayez plus tard.} ASSOCIATION_MEGABYTES {Il n’y a plus de place pour ce fichier\u00A0: les fichiers de l’association occupent déjà {used, number} des {limit, number}\u00A0Mo prévus. Écrivez-lui.} other {L’association a reçu {used, number} fichiers en 24\u00A0heures, le maximum. Réessayez plus tard.}}',
  ExportRunning: 'L’association fait déjà une telle exportation. Attendez qu’elle se termine.',

  'documents.period': 'La période doit finir après son début, et commencer dans le passé.',
  'documents.fileName': 'Écrivez le nom du fichier seul, sans chemin et sans signes comme / ou *.',
  'documents.empty': 'Ce fichier est vide.',
  'documents.tooLarge': 'Ce fichier est trop gros\u00A0: {max, number}\u00A0Mo au plus.',
  'documents.types.IMPORT': 'Envoyez une table au format CSV.',
  'documents.types.DOCUMENT': 'Envoyez un document PDF ou une image PNG, JPEG, WebP ou HEIC.',

  'Fault.BAD_REQUEST.UPLOAD_TOO_LONG': 'Ce qui arrive est plus long que le fichier annoncé.',
  'Fault.BAD_REQUEST.UPLOAD_TOO_SHORT': 'Ce qui arrive est plus court que le fichier annoncé.',
  'Fault.BAD_REQUEST.UPLOAD_TYPE':
    'Le contenu de ce fichier n’est pas d’un type accepté, ou pas de celui qui était annoncé.',
  'Fault.BAD_REQUEST.UPLOAD_TAKEN': 'Ce fichier est déjà reçu, ou en train de l’être.',
  'Fault.BAD_REQUEST.UPLOAD_OVER': 'Cette adresse ne sert plus. Demandez-en une autre.',
} as const;
