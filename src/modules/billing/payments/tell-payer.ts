import type { AssociationId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { queueMail, type Letter } from '../../../platform/mail/index.ts';
import { officeLanguage, type AssociationEntity } from '../../associations/index.ts';
import { tellPerson } from '../../organizations/index.ts';
import type { Payer } from '../payer.ts';

interface Notice<Values extends object> {
  readonly payer: Payer;
  /** Whose letter it is. */
  readonly associationId: AssociationId;
  readonly letter: Letter<Values>;
  /** In the reader's own language. */
  readonly values: (locale: Locale) => Values;
}

// Those who may read and pay what the organization owes.
const treasurers = statement<{ id: string }>(
  'organization-treasurers',
  `select distinct person_id as id from delegation
   where organization_id = $1 and role in ('PRINCIPAL', 'DUES') and suspended_at is null
     and from_at <= $2 and (to_at is null or to_at > $2)
   order by person_id`,
);
const office = statement<Pick<AssociationEntity, 'supportEmail' | 'languagePolicy'>>(
  'association-office-mail',
  `select support_email as "supportEmail", language_policy as "languagePolicy" from association where id = $1`,
);

/** Writes to whoever pays: the person, those who look after an organization's dues, or the office of a body. */
export async function tellPayer<Values extends object>(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  { payer, ...notice }: Notice<Values>,
): Promise<void> {
  if ('associationId' in payer) return tellOffice(parts, tx, payer.associationId, notice);
  const persons =
    'personId' in payer
      ? [{ id: payer.personId as string }]
      : await within(tx, treasurers, [payer.organizationId, parts.clock.now()]);
  for (const { id: personId } of persons) await tellPerson(parts, tx, { ...notice, personId });
}

async function tellOffice<Values extends object>(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  bodyId: AssociationId,
  { associationId, letter, values }: Omit<Notice<Values>, 'payer'>,
): Promise<void> {
  const [body] = await within(tx, office, [bodyId]);
  if (!body) return;
  const locale = officeLanguage(body.languagePolicy);
  await queueMail(parts, tx, {
    letter,
    to: body.supportEmail,
    locale,
    associationId,
    values: values(locale),
  });
}
