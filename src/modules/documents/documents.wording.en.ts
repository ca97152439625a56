export const documentsWordingEn = {
  'UploadPurpose.IMPORT': 'Import',
  'UploadPurpose.DOCUMENT': 'Document on file',
  'UploadPurpose.EXPORT': 'Export',
  'ExportKind.AUDIT_TRAIL': 'Audit trail',
  'ExportState.WAITING': 'Waiting',
  'ExportState.WRITING': 'Being written',
  'ExportState.DONE': 'Done',
  'ExportState.FAILED': 'Failed',
  'ExportState.EXPIRED': 'Expired',
  'UploadState.AWAITING': 'Awaited',
  'UploadState.RECEIVED': 'Received',
  'UploadState.EXPIRED': 'Expired',
  'UploadState.REMOVED': 'Removed',
  'UploadQuota.ACCOUNT_MEGABYTES': 'Megabytes of this account',
  'UploadQuota.ACCOUNT_FILES_A_DAY': 'Files of this account in 24 hours',
  'UploadQuota.ASSOCIATION_MEGABYTES': 'Megabytes of the association',
  'UploadQuota.ASSOCIATION_FILES_A_DAY': 'Files for the association in 24 hours',

  UploadNotAllowed: 'You may not send this file to this association.',
  UploadQuotaReached:
    '{quota, select, ACCOUNT_MEGABYTES {There is no room for this file: your files already hold {used, number} of the {limit, number} MB that there are. Write to your association.} ACCOUNT_FILES_A_DAY {You have sent {used, number} files in 24 hours, and there may be no more. Try again later.} ASSOCIATION_MEGABYTES {There is no room for this file: the association’s files already hold {used, number} of the {limit, number} MB that there are. Write to the association.} other {The association has received {used, number} files in 24 hours, and there may be no more. Try again later.}}',
  ExportRunning: 'The association is making such an export already. Wait until it is over.',

  'documents.period': 'The period must end after it begins, and begin in the past.',
  'documents.fileName': 'Write the name of the file alone, without a path and without signs such as / or *.',
  'documents.empty': 'This file is empty.',
  'documents.tooLarge': 'This file is too large: {max, number} MB at most.',
  'documents.types.IMPORT': 'Send a table in the CSV format.',
  'documents.types.DOCUMENT': 'Send a PDF document, or a PNG, JPEG, WebP or HEIC image.',

  'Fault.BAD_REQUEST.UPLOAD_TOO_LONG': 'What comes is longer than the file that was announced.',
  'Fault.BAD_REQUEST.UPLOAD_TOO_SHORT': 'What comes is shorter than the file that was announced.',
  'Fault.BAD_REQUEST.UPLOAD_TYPE':
    'The content of this file is of no accepted type, or not of the one that was announced.',
  'Fault.BAD_REQUEST.UPLOAD_TAKEN': 'This file was received already, or is being received.',
  'Fault.BAD_REQUEST.UPLOAD_OVER': 'This address is of no more use. Ask for another one.',
} as const;
