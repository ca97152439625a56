import { describe, expect, it } from '@jest/globals';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import type { MoneyDesk } from './money-desk.ts';
import { focused, press } from './staff-tool.ts';

/** What staff change of a membership, with the money shown first. */
export function describeMembershipChanges(money: () => MoneyDesk): void {
  describe('the changes of a membership', () => {
    it('shows what a change of a membership brings before anybody confirms it', async () => {
      const { page, portal, desk, office, text, narrow, accessible, send, clickOnce } = money();
      const regular = await givenClass(portal);
      await givenClass(portal, { code: 'SENIOR', nameFr: 'Membre aîné', nameEn: 'Senior member' });
      const { id: personId } = await givenPerson(portal, { givenName: 'Luc', familyName: 'Xanthe' });
      await givenMembership(portal, regular, { personId }, { memberNumber: '4004' });
      await desk.atWork(office.account, 'members?search=xanthe');
      await press(page, 'main >> text=Voir l’adhésion');
      expect(await text()).toContain(
        'Membre régulier (Admission à titre de membre), à compter du 1er avril 2025',
      );
      await narrow();
      await press(page, 'text=Changer de catégorie');
      await page.selectOption('#toClassId', { label: 'Membre aîné' });
      await send();
      expect(await focused(page)).toContain('Inscrivez une date.');
      await page.fill('#on', '2026-12-01');
      await send();
      expect(await focused(page)).toBe('Effet');
      expect(await text()).toContain('Rien à payer ni à créditer.');
      await narrow();
      await clickOnce();
      await send();
      expect(await focused(page)).toBe('Le changement est enregistré.');
      expect(await text()).toContain('Membre aîné (Changement de catégorie), à compter du 1er décembre 2026');

      await press(page, 'header >> text=English');
      await press(page, 'text=Grant a leave, or suspend');
      await page.fill('#on', '2026-12-24');
      await page.fill('#lastDay', '2026-12-01');
      await send();
      expect(await page.getAttribute('#lastDay', 'aria-invalid')).toBe('true');
      await page.fill('#lastDay', '2027-01-31');
      await send();
      await send();
      expect(await text()).toMatch(/leave, December 24, 2026 to January 31, 2027/i);
      await press(page, 'text=Record a resignation');
      await page.fill('#on', '2027-03-01');
      await page.fill('#reason', 'New trade');
      await send();
      expect(await focused(page)).toBe('Effect');
      await send();
      expect(await focused(page)).toBe('The change is recorded.');
      expect(await text()).toMatch(/End of the membership \(Resignation\), from March 1, 2027/);
      await press(page, 'text=Take the resignation back');
      await narrow();
      await send();
      expect(await focused(page)).toBe('The change is recorded.');
      await accessible();
    });
  });
}
