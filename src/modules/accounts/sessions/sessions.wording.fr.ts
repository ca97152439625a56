export const sessionsWordingFr = {
  'accounts.session.device.both': '{browser} sous {system}',
  'accounts.session.device.unknown': 'Appareil inconnu',
  SessionNotFound: 'Cette session n’existe pas ou n’existe plus.',
} as const;
