import type { namingWordingEn } from './naming.wording.en.ts';

export const namingWordingFr: Record<keyof typeof namingWordingEn, string> = {
  'organizations.naming.same': 'C’est déjà sa dénomination légale.',
  'organizations.naming.ahead':
    'Inscrivez la nouvelle dénomination une fois qu’elle a cours\u00a0: choisissez aujourd’hui ou un jour passé.',
  'organizations.naming.beforeLast':
    'Les dénominations se suivent\u00a0: choisissez un jour postérieur au dernier changement.',
  'organizations.naming.upload':
    'Choisissez un fichier que vous venez d’envoyer comme document pour cette association.',
};
