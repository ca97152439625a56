import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Password profiles are named after what they ask for, and not after who asked first. */
export class NamePasswordProfiles1795300000910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update association set password_profile =
        case password_profile when 'AQPM' then 'COMPOSITION' when 'STANDARD' then 'LENGTH' else password_profile end
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update association set password_profile =
        case password_profile when 'COMPOSITION' then 'AQPM' when 'LENGTH' then 'STANDARD' else password_profile end
    `);
  }
}
