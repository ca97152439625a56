export const sessionsWordingEn = {
  'accounts.session.device.both': '{browser} on {system}',
  'accounts.session.device.unknown': 'Unknown device',
  SessionNotFound: 'This session is not there (any more).',
} as const;
