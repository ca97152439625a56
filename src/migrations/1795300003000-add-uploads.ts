import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people send: announced, received, used by a record or removed. Their bytes lie in the storage. */
export class AddUploads1795300003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table upload (
        id uuid primary key,
        account_id uuid not null references account (id),
        association_id uuid not null references association (id),
        client_id uuid not null references client (id),
        purpose text not null constraint upload_purpose_check check (purpose in ('IMPORT', 'DOCUMENT')),
        file_name text not null,
        size integer not null constraint upload_size_check check (size > 0),
        declared_type text,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        attempts integer not null,
        receiving_until timestamptz,
        received_at timestamptz,
        seen_type text,
        sha256 text,
        kept_at timestamptz,
        removed_at timestamptz,
        constraint upload_received_check
          check ((received_at is null) = (seen_type is null) and (received_at is null) = (sha256 is null))
      );
      create index upload_account_id_created_at_idx on upload (account_id, created_at);
      create index upload_association_id_created_at_idx on upload (association_id, created_at);
      create index upload_unswept_idx on upload (created_at) where removed_at is null;
      create index upload_to_clear_idx on upload (removed_at) where removed_at is not null and attempts > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table upload');
  }
}
