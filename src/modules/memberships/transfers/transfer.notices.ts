import { dayAt } from '../../../kernel/deadline.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { queueMail, type Letter } from '../../../platform/mail/index.ts';
import {
  associationById,
  inLanguage,
  officeLanguage,
  type AssociationEntity,
} from '../../associations/index.ts';
import { tellPerson } from '../../organizations/index.ts';
import { membershipClassById } from '../membership.loaders.ts';
import type { MoneyEffect } from '../money.ports.ts';
import {
  transferAcceptedForMember,
  transferAcceptedForOffice,
  transferAsked,
  transferOverdue,
  transferRefusedForMember,
  transferRefusedForOffice,
  transferStandingStated,
  transferToDecide,
  transferToState,
  transferWithdrawn,
  type TransferValues,
} from './transfer.mails.ts';
import { needsStanding } from './transfer.policy.ts';
import type { TransferFacts } from './transfer.rows.ts';
import type { TransferStanding } from './transfer-words.ts';
import type { TransferPlan } from './plan-transfer.ts';

/** Everything that letters about a transfer say. */
interface News {
  readonly transfer: TransferFacts;
  readonly sending: AssociationEntity;
  readonly receiving: AssociationEntity;
  readonly values: (locale: Locale) => TransferValues;
}

async function newsOf(
  context: Context,
  transfer: TransferFacts,
  day: TransferValues['day'] = transfer.wantedOn,
): Promise<News> {
  const [sending, receiving, memberClass] = await Promise.all([
    context.load(associationById, transfer.sendingId),
    context.load(associationById, transfer.receivingId),
    context.load(membershipClassById, transfer.classId),
  ]);
  if (!sending || !receiving || !memberClass) throw new Error('a transfer names what is gone');
  const { holderName: member, memberNumber } = transfer;
  return {
    transfer,
    sending,
    receiving,
    values: locale => ({
      member,
      memberNumber,
      sending: inLanguage(locale, sending.nameFr, sending.nameEn),
      receiving: inLanguage(locale, receiving.nameFr, receiving.nameEn),
      memberClass: inLanguage(locale, memberClass.nameFr, memberClass.nameEn),
      day,
    }),
  };
}

async function tellOffice<Values extends object>(
  context: Context,
  tx: Tx,
  { id: associationId, supportEmail: to, languagePolicy }: AssociationEntity,
  letter: Letter<Values>,
  values: (locale: Locale) => Values,
): Promise<void> {
  const locale = officeLanguage(languagePolicy);
  await queueMail(context, tx, { letter, to, locale, associationId, values: values(locale) });
}

const tellMember = <Values extends object>(
  context: Context,
  tx: Tx,
  { transfer: { personId }, receiving }: News,
  letter: Letter<Values>,
  values: (locale: Locale) => Values,
): Promise<boolean> => tellPerson(context, tx, { personId, associationId: receiving.id, letter, values });

/** The member and both offices, whoever asked. */
export async function tellAsked(context: Context, tx: Tx, transfer: TransferFacts): Promise<void> {
  const news = await newsOf(context, transfer);
  const values = (locale: Locale) => ({
    ...news.values(locale),
    lastDay: dayAt(news.receiving.timeZone, transfer.answerBy),
    needsStanding: needsStanding(transfer, transfer.askedBy),
  });
  await tellMember(context, tx, news, transferAsked, values);
  await tellOffice(context, tx, news.receiving, transferToDecide, values);
  await tellOffice(context, tx, news.sending, transferToState, values);
}

export async function tellStanding(
  context: Context,
  tx: Tx,
  transfer: TransferFacts,
  standing: TransferStanding,
): Promise<void> {
  const news = await newsOf(context, transfer);
  await tellOffice(context, tx, news.receiving, transferStandingStated, locale => ({
    ...news.values(locale),
    standing,
  }));
}

export async function tellAccepted(
  context: Context,
  tx: Tx,
  {
    transfer,
    plan,
    effect,
  }: { readonly transfer: TransferFacts; readonly plan: TransferPlan; readonly effect: MoneyEffect },
): Promise<void> {
  const news = await newsOf(context, transfer, plan.on);
  const totalCents = Number(effect.total.cents);
  await tellMember(context, tx, news, transferAcceptedForMember, locale => ({
    ...news.values(locale),
    totalCents,
  }));
  for (const body of [news.sending, news.receiving])
    await tellOffice(context, tx, body, transferAcceptedForOffice, news.values);
}

export async function tellRefused(
  context: Context,
  tx: Tx,
  transfer: TransferFacts,
  reason: string | null,
): Promise<void> {
  const news = await newsOf(context, transfer);
  await tellMember(context, tx, news, transferRefusedForMember, locale => ({
    ...news.values(locale),
    reason,
  }));
  await tellOffice(context, tx, news.sending, transferRefusedForOffice, news.values);
}

export async function tellWithdrawn(context: Context, tx: Tx, transfer: TransferFacts): Promise<void> {
  const news = await newsOf(context, transfer);
  for (const body of [news.sending, news.receiving])
    await tellOffice(context, tx, body, transferWithdrawn, news.values);
}

/** Each office that has not answered: the one that decides, and the other one where it must speak. */
export async function tellOverdue(context: Context, tx: Tx, transfer: TransferFacts): Promise<void> {
  const news = await newsOf(context, transfer);
  await tellOffice(context, tx, news.receiving, transferOverdue, news.values);
  if (needsStanding(transfer, transfer.askedBy) && transfer.standing === null)
    await tellOffice(context, tx, news.sending, transferOverdue, news.values);
}
