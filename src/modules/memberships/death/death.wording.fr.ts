import type { deathWordingEn } from './death.wording.en.ts';

export const deathWordingFr: Record<keyof typeof deathWordingEn, string> = {
  DeathOnRecord: 'Le décès de cette personne est déjà consigné.',
  DeathRecordNotFound:
    'Aucun décès de cette personne n’est consigné ici. Si une autre association l’a consigné, c’est elle qui le corrige.',
  'AccountOfDead.NONE': 'Aucun compte',
  'AccountOfDead.BARRED': 'Connexion fermée',
  'AccountOfDead.KEPT': 'Accès conservé par les autres personnes du compte',
  'memberships.death.issue.day': 'Choisissez un jour qui n’est pas à venir.',
  'memberships.death.issue.upload':
    'Envoyez de nouveau ce document pour l’association qui consigne le décès.',
  'memberships.mail.memberDied.subject': 'Un décès consigné\u00a0: {member}',
  'memberships.mail.memberDied.text':
    'Une association du même groupe ({recordedBy}) a consigné le décès de cette personne\u00a0: {member}, membre {memberNumber}, {day}. Rien ne lui est plus envoyé.',
  'memberships.mail.memberDied.then':
    'Rien n’a changé dans votre liste de membres. Veuillez vérifier, puis consigner le décès dans votre association aussi.',
  'memberships.mail.memberLives.subject': 'Une correction\u00a0: {member}',
  'memberships.mail.memberLives.text':
    'Une association du même groupe ({recordedBy}) a retiré ce qu’elle avait consigné, soit le décès de cette personne\u00a0: {member}, membre {memberNumber}, {day}. C’était une erreur.',
  'memberships.mail.memberLives.then':
    'On peut de nouveau écrire à cette personne, à moins qu’une autre association ne tienne le décès pour consigné. Si vous l’avez aussi consigné, veuillez le corriger.',
};
