import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compile } from './compile.ts';

const sdk = join(import.meta.dirname, '../../sdk');

/** What stands around an example: the page's own functions. */
const page = `
  declare function show(message: string): void;
  declare function follow(next: import('@affilia/sdk').NextStep): void;
  declare function mark(path: string, message: string): void;
  declare function offer(suggestions: readonly string[]): void;
  declare function button(act: () => Promise<unknown>): void;
  declare function onTick(name: string, act: (ticked: boolean) => void): void;
  declare function askForCode(act: (code: string) => Promise<unknown>): void;
  declare function drawForm(
    form: import('@affilia/sdk').Form,
    issues: Readonly<Partial<Record<string, readonly import('@affilia/sdk/flows').FieldIssue[]>>>,
    busy: boolean,
    submit: (data: FormData) => Promise<unknown>,
  ): void;`;

/** What an example in a docstring leaves out. */
const docstring = `
  import { AffiliaError, createAffilia, type Affilia, type Form } from '@affilia/sdk';
  import { accounts } from '@affilia/sdk/accounts';
  import { addresses } from '@affilia/sdk/addresses';
  import { associations } from '@affilia/sdk/associations';
  import { judgePassword, openEnrolment, openInvitation, openPasswordReset, openSignIn, openUsernameReminder, readForm, refusal, type InvitationFlow, type InvitationSnapshot } from '@affilia/sdk/flows';
  import { invitations } from '@affilia/sdk/invitations';
  import { delegateRoleLabels, labelOf } from '@affilia/sdk/labels';
  import { memberships } from '@affilia/sdk/memberships';
  import { recovery } from '@affilia/sdk/recovery';
  import { registrar } from '@affilia/sdk/registrar';
  import { redirect } from '@affilia/sdk/redirect';
  import { secondFactors } from '@affilia/sdk/second-factors';
  import { openServerSession, openService } from '@affilia/sdk/server';
  import { createFakePortal } from '@affilia/sdk/testing';
  const used = {
    accounts, addresses, invitations, memberships, recovery, registrar, secondFactors,
    redirect: redirect({ clientId: 'cli_1', redirectUri: 'https://site.test/signed-in' }),
  };
  declare const site: {
    affilia: Affilia<typeof used>; identifier: string; password: string; associationId: string;
    delegation: { role: string }; flow: InvitationFlow; form: Form; element: HTMLFormElement;
  };
  const { identifier, password, associationId, delegation, form, element } = site;
  declare function sayOffline(): void;
  declare function draw(snapshot: InvitationSnapshot): void;`;

const blocksOf = (text: string): string[] =>
  [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);

function documents(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of ['README.md', 'README.fr.md']) {
    const folder = `examples/${name}`;
    const blocks = blocksOf(readFileSync(join(sdk, name), 'utf8'));
    files[`${folder}/affilia.ts`] = blocks[0] ?? '';
    blocks.forEach((block, place) => (files[`${folder}/${String(place)}.ts`] = block));
  }
  return files;
}

function docstrings(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of globSync('src/**/*.ts', { cwd: sdk })) {
    const text = readFileSync(join(sdk, name), 'utf8').replace(/^ *\* ?/gm, '');
    blocksOf(text).forEach((block, place) => {
      const has = (word: string) => new RegExp(`const ${word}\\b`).test(block);
      const rest = ['affilia', 'flow'].filter(word => !has(word)).map(word => `const { ${word} } = site;`);
      files[`examples/${name}/${String(place)}.ts`] = `${docstring}\n${rest.join('\n')}\n{\n${block}\n}`;
    });
  }
  return files;
}

describe('Every example that a developer can read (O2)', () => {
  it('compiles', () => {
    const files = { ...documents(), ...docstrings() };
    expect(Object.keys(files).length).toBeGreaterThan(15);

    const said = compile({ 'examples/page.d.ts': page, ...files });

    const wrong = Object.entries(said).filter(([, messages]) => messages.length > 0);
    expect(wrong).toEqual([]);
  });
});

describe.each(['README.md', 'README.fr.md'])('%s (O2)', name => {
  it('names every entry of the package', () => {
    const text = readFileSync(join(sdk, name), 'utf8');
    const { exports } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8')) as { exports: object };
    const entries = Object.entries(exports).flatMap(([way, files]) =>
      way !== '.' && typeof files === 'object' ? [way.slice('./'.length)] : [],
    );
    expect(entries.length).toBeGreaterThan(15);

    expect(entries.filter(entry => !new RegExp(`[\`/]${entry}[\`']`).test(text))).toEqual([]);
  });
});
