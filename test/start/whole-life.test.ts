import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, identifierOf, type DemoAccount } from '../../src/demo/index.ts';
import { askAs, page, signIn } from './ask.ts';
import { freePorts, isFree, openMachine, type Machine } from './machine.ts';
import { processesOn } from './processes.ts';
import { DEMO, MAIN, PATIENCE_MS, RESET, sentencesOf, type Product } from './product.ts';

const FRENCH = { LANG: 'fr_CA.UTF-8' };
const JEAN = 'jean@maboite.example';

jest.setTimeout(2 * PATIENCE_MS);

let machine: Machine;
let dataDir: string;
let port: number;
let product: Product;

beforeAll(async () => {
  machine = await openMachine();
  dataDir = join(machine.folder, 'données');
  port = await freePorts();
});
afterAll(() => machine.clear(dataDir));

const settings = () => ({ DATA_DIR: dataDir, PORT: String(port) });

async function expectNothingLeft(): Promise<void> {
  expect(await processesOn(dataDir)).toEqual([]);
  expect(await Promise.all([port, port + 1, port + 2, port + 3].map(isFree))).toEqual([
    true,
    true,
    true,
    true,
  ]);
}

/** What the mailbox of the test realm holds for an address, newest first. */
async function linksTo(address: string): Promise<string[]> {
  const { mails } = JSON.parse(await page(`${product.url}/dev/mailbox.json?to=${address}`)) as {
    mails: { links: string[] }[];
  };
  return mails.flatMap(({ links }) => links.filter(link => link.includes('invitation.html')));
}

async function untilMailed(address: string, count: number): Promise<string[]> {
  for (let waits = 0; waits < 400 && (await linksTo(address)).length < count; waits++) await after(25);
  return linksTo(address);
}

describe('npm start, for the first time', () => {
  it('can be broken off at once, and leaves nothing running', async () => {
    product = machine.start(MAIN, settings());
    await product.untilItSays('Affilia is starting…');

    product.kill('SIGINT');

    expect(await product.ended()).toMatchObject({ code: 0, stderr: '' });
    await expectNothingLeft();
  });

  it('makes its database, loads the demonstration and shows everything, in the language of the machine', async () => {
    product = machine.start(MAIN, { ...settings(), ...FRENCH });

    await product.untilItSays('Affilia est prêt.');

    expect(product.said()).toContain('Les données de démonstration ont été chargées.');
    for (const row of [
      `GraphiQL                          http://localhost:${port}/graphiql`,
      `Site partenaire de démonstration  http://localhost:${port + 1}/fr/`,
      `Outil du personnel                http://localhost:${port + 2}/fr/`,
      `Connexion unique\u00a0: IPPO           http://localhost:${port + 3}/fr/`,
      `Connexion unique\u00a0: ICU            http://127.0.0.1:${port + 3}/fr/`,
      `Boîte aux lettres                 http://localhost:${port}/dev/mailbox`,
      `(mot de passe ${DEMO_PASSWORD})`,
      ...Object.values<DemoAccount>(DEMO_ACCOUNTS).map(account => account.who.fr),
      ...Object.values<DemoAccount>(DEMO_ACCOUNTS).map(identifierOf),
    ])
      expect(product.said()).toContain(row);
  });

  it('answers at every address of the table', async () => {
    const pages = [
      `http://localhost:${port}/graphiql`,
      `http://localhost:${port + 1}/fr/`,
      `http://localhost:${port + 2}/fr/`,
      `http://localhost:${port + 3}/fr/`,
      `http://127.0.0.1:${port + 3}/fr/`,
      `http://localhost:${port}/dev/mailbox`,
    ];

    for (const address of pages) expect(await page(address)).toContain('</html>');
  });

  it.each(Object.entries<DemoAccount>(DEMO_ACCOUNTS))('%s of the table signs in', async (_, account) => {
    expect(await signIn(product, account)).toMatch(/^ey/);
  });

  it('has mailed the invitations of the demonstration', async () => {
    const [link] = await untilMailed(JEAN, 1);

    expect(link).toContain(`http://localhost:${port + 1}/fr/invitation.html`);
    expect(await page(link ?? '')).toContain('</html>');
  });
});

describe('while it runs', () => {
  it('nobody takes its data from under its feet: not a second start, not a reset, not the demo command', async () => {
    const others = await freePorts();

    const refused = await Promise.all([
      machine.run(MAIN, { ...settings(), PORT: String(others) }),
      machine.run(RESET, settings()),
      machine.run(DEMO, { ...settings(), ...FRENCH }),
    ]);

    expect(refused.map(sentencesOf)).toEqual([
      [`Affilia is running on the data in ${dataDir}: stop it first, with Ctrl-C where it was started.`],
      [`Affilia is running on the data in ${dataDir}: stop it first, with Ctrl-C where it was started.`],
      [
        `Affilia fonctionne déjà avec les données de ${dataDir}\u00a0: arrêtez-le d’abord, avec Ctrl-C là où il a démarré.`,
      ],
    ]);
    expect(await page(`${product.url}/readyz`)).toContain('READY');
  });
});

describe('npm start, later', () => {
  it('goes on where a person left off; a second Ctrl-C while stopping changes nothing', async () => {
    const token = await signIn(product, DEMO_ACCOUNTS.noemie);
    const profile = { givenName: 'Noémie', familyName: 'Lachance-Huard' };
    await askAs(
      product,
      DEMO_ACCOUNTS.noemie,
      'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }',
      { token, input: profile },
    );
    product.kill('SIGINT');
    product.kill('SIGINT');
    expect(await product.ended()).toMatchObject({ code: 0, stderr: '' });
    await expectNothingLeft();

    port = await freePorts();
    product = machine.start(MAIN, settings());
    await product.untilItSays('Affilia is ready.');

    expect(product.said()).not.toContain('Demo data was loaded');
    expect(product.said()).toContain(`Demo partner site  http://localhost:${port + 1}/en/`);
    const { viewer } = await askAs<{ viewer: { actingPerson: { familyName: string } } }>(
      product,
      DEMO_ACCOUNTS.noemie,
      '{ viewer { actingPerson { familyName } } }',
      { token: await signIn(product, DEMO_ACCOUNTS.noemie) },
    );
    expect(viewer.actingPerson).toEqual({ familyName: 'Lachance-Huard' });
  });

  it('mails links that open the site where it is now, from which pages may call', async () => {
    const token = await signIn(product, DEMO_ACCOUNTS.luc);
    const { association } = await askAs<{ association: { id: string } }>(
      product,
      DEMO_ACCOUNTS.luc,
      '{ association(code: "aqpm") { id } }',
    );
    const { invitations } = await askAs<{ invitations: { nodes: { id: string; email: string }[] } }>(
      product,
      DEMO_ACCOUNTS.luc,
      'query ($input: InvitationFilter!) { invitations(filter: $input) { nodes { id email } } }',
      { token, input: { associationId: association.id } },
    );
    const invitationId = invitations.nodes.find(({ email }) => email === JEAN)?.id;
    await askAs(
      product,
      DEMO_ACCOUNTS.luc,
      'mutation ($input: ResendInvitationInput!) { resendInvitation(input: $input) { __typename } }',
      { token, input: { invitationId } },
    );

    const [link] = await untilMailed(JEAN, 2);

    expect(link).toContain(`http://localhost:${port + 1}/fr/invitation.html`);
    expect(await page(link ?? '')).toContain('</html>');
    const preflight = await fetch(`${product.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: `http://localhost:${port + 1}`,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(`http://localhost:${port + 1}`);
  });

  it('takes over the database of a product that was killed, and stops it on SIGTERM', async () => {
    product.kill('SIGKILL');
    await product.ended();
    expect(await processesOn(dataDir)).not.toEqual([]);

    product = machine.start(MAIN, settings());
    await product.untilItSays('Affilia is ready.');
    expect(product.said()).toContain('The database was already running on port');
    expect(await signIn(product, DEMO_ACCOUNTS.helene)).toMatch(/^ey/);
    product.kill('SIGTERM');

    expect(await product.ended()).toMatchObject({ code: 0, stderr: '' });
    await expectNothingLeft();
  });
});

describe('npm run reset', () => {
  it('clears everything, says so, and has nothing to do the second time', async () => {
    const done = 'Everything was cleared. `npm start` begins afresh.\n';

    expect(await machine.run(RESET, settings())).toEqual({ code: 0, signal: null, stdout: done, stderr: '' });
    expect(await readdir(dataDir)).toEqual([]);
    expect(await machine.run(RESET, settings())).toMatchObject({ code: 0, stdout: done });
  });
});
