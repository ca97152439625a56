import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations: one live code per address and target, hashed; earlier codes are remembered as replaced. */
export class AddInvitations1795300000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        id uuid primary key,
        association_id uuid not null references association (id),
        email text not null,
        email_normalized text not null,
        person_id uuid not null references person (id),
        target_kind text not null check (target_kind in ('PERSON', 'DELEGATION', 'MEMBERSHIP', 'STAFF_ROLE')),
        target_key text not null,
        organization_id uuid references organization (id),
        membership_id uuid references membership (id),
        delegate_roles text[] not null,
        staff_role text,
        locale text not null,
        code_digest bytea not null unique,
        inviter_account_id uuid references account (id),
        issued_at timestamptz not null,
        sent_at timestamptz not null,
        expires_at timestamptz not null,
        reissues integer not null,
        accepted_at timestamptz,
        accepted_by_account_id uuid references account (id),
        declined_at timestamptz,
        revoked_at timestamptz,
        disputed_at timestamptz
      );
      create unique index invitation_one_live_idx on invitation (email_normalized, target_key)
        where accepted_at is null and declined_at is null and revoked_at is null;
      create index invitation_association_id_issued_at_idx on invitation (association_id, issued_at, id);
      create index invitation_organization_id_idx on invitation (organization_id);
      create index invitation_person_id_idx on invitation (person_id);

      create table former_invitation_code (
        digest bytea primary key,
        invitation_id uuid not null references invitation (id),
        replaced_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table former_invitation_code, invitation');
  }
}
