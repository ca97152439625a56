import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import {
  allAsTheyWere,
  neverAgain,
  queueMail,
  WhyNotAgain,
  type Letter,
  type MailOnFile,
  type SendAgain,
  type SendAgainByLetter,
} from '../../platform/mail/index.ts';
import type { IssuedSecret } from '../../platform/secrets/one-time-secret.ts';
import {
  emailAddressTaken,
  emailChanged,
  emailChangeLink,
  emailChangeRequested,
  emailConfirmationLink,
  passwordChanged,
  sessionStolen,
  type LinkValues,
} from './account.mails.ts';
import { readAccountNow } from './account-state.ts';
import {
  emailAdditionLink,
  emailAdditionRequested,
  emailAddressAdded,
  emailAddressRemoved,
  primaryAddressChanged,
} from './addresses/address.mails.ts';
import { addressesOnFile } from './addresses.ts';
import { issueAdditionSecret, issueEmailSecret } from './confirmation-mail.ts';
import { EMAIL_CHANGE, EMAIL_CONFIRMATION } from './email-secrets.ts';
import { accountsLinked } from './linking/link.mails.ts';
import {
  addressNotReplaced,
  addressReplaced,
  addressReplacementAnnounced,
  addressReplacementAsked,
  addressReplacementStopped,
} from './lost-address/lost-address.mails.ts';
import { sendReplacementAgain } from './lost-address/send-replacement-again.ts';
import {
  passwordResetLink,
  passwordWasSet,
  recoveryCallUs,
  recoveryNamesDiffer,
  recoveryNamesMissing,
  recoveryNoAccount,
  usernameReminder,
} from './recovery/recovery.mails.ts';
import { sendReminderAgain, sendResetAgain } from './recovery/send-reset-again.ts';
import {
  factorResetAsked,
  factorResetContested,
  factorResetDone,
} from './second-factors/factor-reset.mails.ts';
import {
  factorAdded,
  factorRemoved,
  recoveryCodesRenewed,
  recoveryCodeUsed,
} from './second-factors/second-factor.mails.ts';
import { sendFactorResetAgain } from './second-factors/send-reset-again.ts';

const waitingChange = statement<{ id: string }>(
  'send-again-waiting-change',
  `select id from one_time_secret
   where purpose = $1 and subject_id = $2 and facts ->> 'address' = $3 and used_at is null and replaced_at is null
     and expires_at > $4`,
);

const waitingAddition = statement<{ id: string }>(
  'send-again-waiting-addition',
  'select id from pending_address where account_id = $1 and address = $2 and expires_at > $3',
);

async function queueAgain<Values extends object>(
  context: Context,
  tx: Tx,
  letter: Letter<Values>,
  { to, locale, associationId, accountId, values }: MailOnFile,
  { secret, expiresAt }: IssuedSecret,
): Promise<boolean> {
  await queueMail(context, tx, {
    letter,
    to,
    locale,
    associationId,
    values: values as Values,
    secret,
    sendBefore: expiresAt,
    ...(accountId !== null && { accountId }),
  });
  return true;
}

const emailLink =
  (letter: Letter<LinkValues>, purpose: string, isWanted: SendAgainWanted): SendAgain =>
  async (context, mail) => {
    const { accountId, to } = mail;
    if (accountId === null || !(await isWanted(context, accountId, to))) return WhyNotAgain.OVER;
    const account = await readAccountNow(context, accountId);
    return async tx =>
      queueAgain(
        context,
        tx,
        letter,
        mail,
        await issueEmailSecret(context, tx, purpose, account, { typed: to }),
      );
  };

type SendAgainWanted = (context: Context, accountId: string, to: string) => Promise<boolean>;

/** The address must still wait for this very confirmation. */
const isUnconfirmed: SendAgainWanted = async (context, accountId, to) =>
  (await addressesOnFile(context, accountId)).some(
    one => one.isPrimary && one.verifiedAt === null && one.address === to,
  );

const isStillAsked: SendAgainWanted = async ({ db, clock }, accountId, to) =>
  (await db.read(waitingChange, [EMAIL_CHANGE, accountId, to, clock.now()])).length > 0;

/** The address must still wait to be added. */
const additionLink: SendAgain = async (context, mail) => {
  const { accountId, to } = mail;
  if (accountId === null) return WhyNotAgain.OVER;
  const [waiting] = await context.db.read(waitingAddition, [accountId, to, context.clock.now()]);
  if (!waiting) return WhyNotAgain.OVER;
  return async tx =>
    queueAgain(
      context,
      tx,
      emailAdditionLink,
      mail,
      await issueAdditionSecret(context, tx, waiting.id, accountId, to),
    );
};

/** How every letter about a login is sent again. */
export const accountsSendAgain: SendAgainByLetter = {
  [emailConfirmationLink.name]: emailLink(emailConfirmationLink, EMAIL_CONFIRMATION, isUnconfirmed),
  [emailChangeLink.name]: emailLink(emailChangeLink, EMAIL_CHANGE, isStillAsked),
  [emailAdditionLink.name]: additionLink,
  [passwordResetLink.name]: sendResetAgain,
  [usernameReminder.name]: sendReminderAgain,
  [factorResetAsked.name]: sendFactorResetAgain,
  [addressReplacementAsked.name]: sendReplacementAgain,
  ...allAsTheyWere([
    emailChangeRequested,
    emailChanged,
    emailAddressTaken,
    emailAdditionRequested,
    emailAddressAdded,
    emailAddressRemoved,
    primaryAddressChanged,
    accountsLinked,
    passwordChanged,
    sessionStolen,
    recoveryNamesDiffer,
    recoveryNamesMissing,
    recoveryCallUs,
    passwordWasSet,
    factorAdded,
    factorRemoved,
    recoveryCodeUsed,
    recoveryCodesRenewed,
    factorResetDone,
    factorResetContested,
    addressReplacementAnnounced,
    addressReplaced,
    addressReplacementStopped,
    addressNotReplaced,
  ]),
  // On nobody's record: whoever typed the address asks anew.
  [recoveryNoAccount.name]: neverAgain,
};
