import type { readModelsWordingEn } from './read-models.wording.en.ts';

export const readModelsWordingFr: Record<keyof typeof readModelsWordingEn, string> = {
  'DirectoryOrder.NAME': 'Par nom',
  'DirectoryOrder.NEWEST': 'Les plus récents d’abord',

  'PrincipalState.IN_FORCE': 'A un délégué principal',
  'PrincipalState.SUSPENDED': 'Droits du délégué principal suspendus',
  'PrincipalState.NONE': 'Sans délégué principal',

  'OrganizationAwaits.HANDOVER': 'Passation proposée',
  'OrganizationAwaits.HANDOVER_APPROVAL': 'Passation à approuver',
  'OrganizationAwaits.JOIN_REQUEST': 'Demande pour devenir délégué',
  'OrganizationAwaits.INVITATION': 'Invitation sans réponse',
};
