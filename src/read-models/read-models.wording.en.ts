export const readModelsWordingEn = {
  'DirectoryOrder.NAME': 'By name',
  'DirectoryOrder.NEWEST': 'Newest first',

  'PrincipalState.IN_FORCE': 'Has a principal delegate',
  'PrincipalState.SUSPENDED': 'The principal delegate’s rights are suspended',
  'PrincipalState.NONE': 'No principal delegate',

  'OrganizationAwaits.HANDOVER': 'Hand-over offered',
  'OrganizationAwaits.HANDOVER_APPROVAL': 'Hand-over to approve',
  'OrganizationAwaits.JOIN_REQUEST': 'Request to join',
  'OrganizationAwaits.INVITATION': 'Invitation without an answer',
};
