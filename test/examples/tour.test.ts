import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import { perform } from '../billing/price-operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenClass, givenMembership, givenOrganization } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';

interface Mail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

interface Tour {
  tour(setting: {
    readonly endpoint: string;
    readonly siteKey: string;
    readonly toolKey: string;
    readonly staff: { readonly identifier: string; readonly password: string };
    readonly mailbox: (address: string) => Promise<readonly Mail[]>;
    readonly say: (line: string) => void;
    readonly locale: 'fr-CA' | 'en-CA';
  }): Promise<void>;
}

const program = new URL('../../examples/tour/tour.mjs', import.meta.url);

describe('the tour of the AQPM procedure (B1–B7, B12)', () => {
  let portal: Portal;
  let office: Office;
  let takeTour: Tour['tour'];
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { name: 'Luc D’Astous', role: StaffRole.ADMIN });
    await givenMember();
    takeTour = ((await import(program.href)) as Tour).tour;
  });
  afterAll(() => portal.close());

  /** A producer whose dues have a price. */
  const givenMember = async (): Promise<void> => {
    const { id } = await givenOrganization(portal);
    const memberClass = await givenClass(portal, { code: 'PRODUCER', heldBy: 'ORGANIZATION' });
    await givenMembership(portal, memberClass, { organizationId: id }, { memberNumber: 'T-1' });
    const associationId = toPublicId('Association', portal.world.aqpm.association.id);
    for (const [kind, number] of [
      ['GST_HST', '123456789RT0001'],
      ['QST', '1234567890TQ0001'],
    ])
      await perform(
        portal,
        'setTaxRegistration',
        { associationId, kind, number, from: '2020-01-01' },
        office.asked,
      );
    const names = { code: 'DUES', nameFr: 'Cotisation annuelle', nameEn: 'Annual dues' };
    const { feeItem } = await perform(
      portal,
      'setFeeItem',
      {
        ...{ associationId, ...names, kind: 'DUES', taxTreatment: 'SALES', charged: 'WITH_TERM' },
        ...{ effect: 'EXTEND_TERM', settlement: 'ON_PAYMENT', priceDay: 'TERM_START', taxDay: 'INVOICE_DAY' },
      },
      office.asked,
    );
    const price = { feeItemId: feeItem.id, amountCents: 300_00, from: '2020-01-01' };
    await perform(portal, 'setPriceRule', price, office.asked);
  };

  const walk = async (locale: 'fr-CA' | 'en-CA'): Promise<string> => {
    const lines: string[] = [];
    await takeTour({
      endpoint: portal.endpoint,
      siteKey: portal.world.aqpm.siteKey,
      toolKey: portal.world.aqpm.toolKey,
      staff: { identifier: office.account.username ?? '', password: PASSWORD },
      mailbox: async address => {
        await portal.runDue();
        return portal.mailbox.to(address);
      },
      say: line => lines.push(line),
      locale,
    });
    return lines.join('\n');
  };

  it('leads from the mail to the organization’s page, in French', async () => {
    const told = await walk('fr-CA');

    for (const words of [
      '1. Le personnel invite',
      'Luc D’Astous ouvre une session dans l’outil du personnel',
      '→ Invitation envoyée',
      'Bonjour Camille Tremblay-Lavoie',
      'Je dispose d’un compte existant ☐',
      'Ce code d’invitation est inconnu ici',
      'au moins 8 caractères',
      'au plus 128 caractères',
      '1 lettre majuscule',
      '1 lettre minuscule',
      '1 chiffre',
      '1 caractère spécial',
      'un des premiers que l’on essaie',
      'ni votre nom d’utilisateur',
      'Quelqu’un utilise déjà ce nom d’utilisateur',
      'adresse confirmée par le code',
      'Profil enregistré\u00A0: Camille Tremblay-Lavoie, 514 555-0123, poste 150.',
      'Camille Tremblay-Lavoie – Délégué principal',
      'Cette invitation a déjà servi',
      'Je dispose d’un compte existant ☑',
      'Camille Tremblay-Lavoie – Délégué votant',
      'Cotisation annuelle\u00A0: 300,00\u00A0$',
      'Le prix est de 300,00\u00A0$',
      'Inscription au congrès\u00A0: 200,00\u00A0$',
      'TVQ\u00A0: 19,95\u00A0$',
      'paie 114,97\u00A0$',
      '→ Payé',
      '→ La personne ouvre son reçu\u00A0: application/pdf',
      'Chèque n°\u00A01042 de 114,98\u00A0$',
      'Payée. Reste à payer\u00A0: 0,00\u00A0$',
      'Fin de la visite',
    ])
      expect(told).toContain(words);
    const code = /#code=([0-9a-f-]+)/.exec(told)?.[1] ?? '';
    expect(told).toContain(`Code d’invitation\u00A0: [${code}]`);
  });

  it('can be taken again, in English, and leaves the principal delegate in place', async () => {
    const told = await walk('en-CA');

    expect(told).toContain('18. The sessions end');
    expect(told).toContain('Camille Tremblay-Lavoie – Principal delegate');
    expect(told).toContain('Camille Tremblay-Lavoie – Contact delegate');
    expect(told).toMatch(/Invoice \S+: Paid\. Left to pay: \$0\.00\./);
    expect(told.match(/→/g)?.length).toBeGreaterThan(15);
  });

  it.each([
    ['fr_CA.UTF-8', 'Affilia ne répond pas à http://localhost:9/graphql\u00A0: démarrez-le avec'],
    ['en_CA.UTF-8', 'Affilia does not answer at http://localhost:9/graphql: start it with'],
  ])('says in one sentence what to do when the product is not running (%s)', async (language, sentence) => {
    const taken = promisify(execFile)(process.execPath, [fileURLToPath(program)], {
      env: { ...process.env, LC_ALL: language, PORT: '9' },
    });

    const stopped = (await taken.catch((error: unknown) => error)) as {
      code: number;
      stdout: string;
      stderr: string;
    };

    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toBe('');
    expect(stopped.stderr).toMatch(/^[^\n]+\n$/);
    expect(stopped.stderr).toContain(sentence);
  });
});
