import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who brought an address that nobody has proved here: it is known by its body, and what it says is worth no more. */
export class TellImportedProofApart1795300003500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account_address add column imported_by uuid references association (id);

      -- What imports brought while their accounts were opened, and noted as proved. An owner who proved it since was not
      -- noted anew: they confirm once more.
      update account_address d set imported_by = e.association_id,
        verified_at = case when d.verified_at > d.added_at then d.verified_at end
      from external_id e join account a on a.id = e.record_id
      where e.kind = 'ACCOUNTS' and d.account_id = a.id and d.added_at <= a.opened_at + interval '10 minutes';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account_address drop column imported_by');
  }
}
