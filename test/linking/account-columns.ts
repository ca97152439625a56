import { newId, type AccountId } from '../../src/kernel/id.ts';
import type { Portal } from '../support/portal.ts';
import { givenMoneyRows, MONEY_TREATED } from './money-columns.ts';

/** What becomes of every column that names an account when the other of two is joined to the kept one. */
export const TREATED: Readonly<Record<string, 'MOVED' | 'DROPPED' | 'STAYS'>> = {
  ...MONEY_TREATED,
  'account.linked_into_id': 'STAYS',
  'account_address.account_id': 'MOVED',
  'account_holding.account_id': 'MOVED',
  'address_replacement.account_id': 'STAYS',
  'address_replacement.approved_by': 'MOVED',
  'address_replacement.asked_by': 'MOVED',
  'audit_entry.account_id': 'STAYS',
  'document_acceptance.account_id': 'MOVED',
  'export_job.asked_by': 'MOVED',
  'factor_reset.account_id': 'STAYS',
  'factor_reset.approved_by': 'MOVED',
  'factor_reset.asked_by': 'MOVED',
  'import_run.asked_by': 'MOVED',
  'invitation.accepted_by_account_id': 'MOVED',
  'invitation.inviter_account_id': 'MOVED',
  'invitation_run.acting_account_id': 'MOVED',
  'known_browser.account_id': 'DROPPED',
  'language_choice.account_id': 'MOVED',
  'mail.account_id': 'MOVED',
  'passkey.account_id': 'DROPPED',
  'pending_address.account_id': 'DROPPED',
  'pending_sign_in.account_id': 'DROPPED',
  'person.account_id': 'MOVED',
  'realm_administrator.account_id': 'MOVED',
  'record_merge.done_by': 'MOVED',
  'record_merge.prepared_by': 'MOVED',
  'record_merge.undone_by': 'MOVED',
  'recovery_code.account_id': 'DROPPED',
  'session.account_id': 'STAYS',
  'sign_in_identifier.account_id': 'MOVED',
  'staff_assignment.account_id': 'MOVED',
  'totp_factor.account_id': 'DROPPED',
  'upload.account_id': 'MOVED',
};

/** A row of each table that names the account and that the test writes by no act; some name another one too. */
export async function givenRows(portal: Portal, id: AccountId, rivalId: AccountId): Promise<void> {
  const { aqpm } = portal.world;
  const values = { now: portal.clock.now(), association: aqpm.association.id };
  await givenMoneyRows(portal, id);
  const uuid = (): string => newId(portal.clock, portal.parts.random);
  await portal.parts.db.transaction(async tx => {
    const insert = (sql: string, more: readonly unknown[]): Promise<unknown> =>
      tx.query(sql, [uuid(), ...more]);
    await insert(
      'insert into document_acceptance (id, account_id, document_id, shown_locale, accepted_at) values ($1, $2, $3, $4, $5)',
      [id, aqpm.documentIds[0], 'en-CA', values.now],
    );
    await insert(
      'insert into language_choice (id, account_id, association_id, chosen, first_shown, chosen_at) values ($1, $2, $3, $4, $4, $5)',
      [id, values.association, 'en-CA', values.now],
    );
    await insert(
      `insert into factor_reset (id, account_id, association_id, asked_by, approved_by, asked_at, effective_at, done_at)
       values ($1, $2, $3, $4, $4, $5, $5, $5)`,
      [rivalId, values.association, id, values.now],
    );
    await insert(
      `insert into address_replacement (id, account_id, association_id, new_address, new_normalized, asked_by,
         approved_by, asked_at, effective_at, ended_at, ended_why) values ($1, $2, $3, $4, $4, $5, $5, $6, $6, $6, 'DONE')`,
      [rivalId, values.association, 'ailleurs@maboite.example', id, values.now],
    );
    await insert(
      `insert into record_merge (id, association_id, kind, kept_id, other_id, names, taken, reason, records, prepared_at,
         prepared_by, done_at, done_by, undone_at, undone_by)
       values ($1, $2, 'PERSON', $1, $1, '{}', '{}', 'x', 0, $3, $4, $3, $4, $3, $4)`,
      [values.association, values.now, id],
    );
    await insert(
      `insert into upload (id, account_id, association_id, client_id, purpose, file_name, size, created_at, expires_at, attempts)
       select $1, $2, $3, id, 'DOCUMENT', 'preuve.pdf', 1, $4, $4, 0 from client limit 1`,
      [id, values.association, values.now],
    );
    await insert(
      `insert into invitation_run (id, association_id, selection, asked_at, acting_account_id, acting_client_id, request_id)
       select $1, $2, 'MEMBERS', $3, $4, id, 'x' from client limit 1`,
      [values.association, values.now, id],
    );
    await insert(
      `insert into import_run (id, association_id, source, kind, mode, upload_id, asked_by, client_id, request_id, asked_at,
         ended_at, ended_why, bytes_total)
       select $1, $2, 'x', 'PEOPLE', 'COMMIT', $1, $3, id, 'x', $4, $4, 'DONE', 1 from client limit 1`,
      [values.association, id, values.now],
    );
    await insert(
      `insert into export_job (id, asked_by, association_id, client_id, kind, request_id, locale, to_at, asked_at,
         ended_at, ended_why)
       select $1, $2, $3, id, 'AUDIT_TRAIL', 'x', 'fr-CA', $4, $4, $4, 'DONE' from client limit 1`,
      [id, values.association, values.now],
    );
    await tx.query('insert into realm_administrator (account_id, from_at, by_whom) values ($1, $2, $3)', [
      id,
      values.now,
      'operator',
    ]);
    const [person] = await tx.query<{ id: string }[]>('select id from person where account_id = $1', [id]);
    await insert(
      `insert into invitation (id, association_id, email, email_normalized, person_id, target_kind, target_key,
         delegate_roles, locale, code_digest, inviter_account_id, issued_at, sent_at, expires_at, reissues,
         accepted_at, accepted_by_account_id, by_principal)
       values ($1, $2, 'x@y.example', 'x@y.example', $3, 'PERSON', 'x', '{}', 'fr-CA', 'x', $4, $5, $5, $5, 0, $5, $4,
         false)`,
      [values.association, person!.id, id, values.now],
    );
  });
}
