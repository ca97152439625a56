import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many may act for an organization, whom its principal invited, and hand-overs that the association approves. */
export class LimitDelegates1795300002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table membership_class add column delegate_limit integer
        constraint membership_class_delegate_limit_check check (delegate_limit > 0);

      alter table invitation add column by_principal boolean not null default false;
      alter table invitation alter column by_principal drop default;
      drop index invitation_organization_id_idx;
      create index invitation_organization_id_issued_at_idx on invitation (organization_id, issued_at, id);

      alter table association add column handover_approval text not null default 'NONE'
        constraint association_handover_approval_check check (handover_approval in ('NONE', 'ASSOCIATION'));
      alter table association alter column handover_approval drop default;

      alter table principal_handover add column accepted_at timestamptz;
      alter table principal_handover drop constraint principal_handover_ended_why_check;
      alter table principal_handover add constraint principal_handover_ended_why_check
        check (ended_why in ('DONE', 'DECLINED', 'WITHDRAWN', 'REFUSED', 'EXPIRED', 'OVERTAKEN'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update principal_handover set ended_why = 'WITHDRAWN' where ended_why = 'REFUSED';
      alter table principal_handover drop constraint principal_handover_ended_why_check;
      alter table principal_handover add constraint principal_handover_ended_why_check
        check (ended_why in ('DONE', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN'));
      alter table principal_handover drop column accepted_at;
      alter table association drop column handover_approval;
      drop index invitation_organization_id_issued_at_idx;
      create index invitation_organization_id_idx on invitation (organization_id);
      alter table invitation drop column by_principal;
      alter table membership_class drop column delegate_limit;
    `);
  }
}
