/** A room of memberships: the death of a member, what ends by it, and how a mistake is corrected. */
import { DeathClosingEntity, DeathRecordEntity } from './death-record.entity.ts';
import { DeathRecordResolver } from './death-record.graphql.ts';
import { RecordDeathResolver } from './record-death.graphql.ts';
import { WithdrawDeathRecordResolver } from './withdraw-death-record.graphql.ts';

export { deathLetters } from './death.mails.ts';
export { deathWordingEn } from './death.wording.en.ts';
export { deathWordingFr } from './death.wording.fr.ts';

export const deathEntities: readonly Function[] = [DeathRecordEntity, DeathClosingEntity];

export const deathResolvers: readonly Function[] = [
  DeathRecordResolver,
  RecordDeathResolver,
  WithdrawDeathRecordResolver,
];
