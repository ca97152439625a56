import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { showStartTable } from '../../src/command-line/start-table.ts';
import { startCatalogue } from '../../src/command-line/terminal.ts';
import { explainConfig, readConfig } from '../../src/config/index.ts';
import { LOCALES, type Locale } from '../../src/kernel/locale.ts';
import { MOST_ROWS } from '../../src/modules/invitations/issue-invitations.ts';
import { DOCUMENT_LIMITS } from '../../src/platform/graphql/limits.ts';
import { LARGEST_PAGE } from '../../src/platform/graphql/page-window.ts';
import { BODY_LIMIT_KB } from '../../src/platform/http/answer-fault.ts';
import { createWordings } from '../../src/platform/wording/catalogue.ts';
import { compile } from '../sdk/compile.ts';

const README: Record<Locale, string> = { 'en-CA': 'README.md', 'fr-CA': 'README.fr.md' };
const papers = globSync('**/*.md', {
  exclude: name => ['node_modules', 'dist', '.data', 'coverage'].includes(basename(name)),
});
const textOf = (file: string): string => readFileSync(file, 'utf8');

/** What a paper says outside of its blocks of code. */
const proseOf = (file: string): string => textOf(file).replaceAll(/```[\s\S]*?```/g, '');

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, it = '']) => it);

/** The rows of the table in a marked block, without its head. */
function rowsOf(file: string, block: string): string[][] {
  const [, table = ''] =
    new RegExp(`<!-- ${block} -->([\\s\\S]*?)<!-- /${block} -->`).exec(textOf(file)) ?? [];
  const lines = table.split('\n').filter(line => line.startsWith('|'));
  return lines.slice(2).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
}

/** The names by which the headings of a paper are linked to. */
const anchorsOf = (file: string): string[] =>
  found(proseOf(file), /^#+ (.+)$/gm).map(heading =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the papers', () => {
  it('link to files and headings that are there', () => {
    const broken = papers.flatMap(file =>
      found(proseOf(file), /\]\(([^)\s]+)\)/g)
        .filter(link => !/^(https?:|mailto:)/.test(link))
        .filter(link => {
          const [path = '', anchor] = link.split('#');
          const target = path === '' ? file : join(dirname(file), path);
          if (!existsSync(target)) return true;
          return anchor !== undefined && !anchorsOf(target).includes(anchor);
        })
        .map(link => `${file}: ${link}`),
    );

    expect(papers.length).toBeGreaterThan(25);
    expect(broken).toEqual([]);
  });

  it('name files and folders of the house that are there', () => {
    const ours = papers.filter(file => !/^(sdk|examples|bench)\//.test(file));
    const named = ours.flatMap(file =>
      found(textOf(file), /`((?:src|sdk|test|docs|scripts|examples|bench)\/[\w./-]*)`/g).map(path => ({
        file,
        path,
      })),
    );

    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ path }) => !existsSync(path))).toEqual([]);
  });

  it('name only commands that can be run', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const commands = papers.flatMap(file => found(textOf(file), /npm run (?:-s )?([a-z][\w:-]*)/g));

    expect(commands.length).toBeGreaterThan(5);
    expect([...new Set(commands)].filter(command => !scripts[command])).toEqual([]);
  });

  it('name only metrics that are counted', () => {
    const counted = ['metrics', 'house-gauges'].flatMap(file =>
      found(textOf(`src/platform/http/${file}.ts`), /name: '(affilia_\w+)'/g),
    );

    const named = found(textOf('docs/operations.md'), /`(affilia_[a-z_]+(?=[`{]))/g);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(name => !counted.includes(name))).toEqual([]);
  });
});

describe.each(LOCALES)('the README in %s', locale => {
  const file = README[locale];

  it('has the settings that the product reads', () => {
    const settings = explainConfig().map(({ name, meaning, default: left, example }) => [
      `\`${name}\``,
      meaning[locale],
      left[locale],
      `\`${example}\``,
    ]);

    expect(rowsOf(file, 'settings')).toEqual(settings);
  });

  it('has the limits that the API keeps', () => {
    const { depth, aliases, directives, tokens, fields, repeats, mutations, listItems } = DOCUMENT_LIMITS;
    const requests = explainConfig().find(({ name }) => name === 'REQUESTS_PER_MINUTE');

    expect(rowsOf(file, 'limits').map(([, most]) => Number(most))).toEqual([
      ...[depth, aliases, directives, tokens, fields, repeats, mutations, listItems],
      ...[LARGEST_PAGE, MOST_ROWS, BODY_LIMIT_KB],
      Number(requests?.default[locale]),
    ]);
  });

  it('shows the addresses as the terminal does', () => {
    const reading = readConfig({ LC_ALL: locale.replace('-', '_'), SECRET_KEY: 'a1b2c3d4'.repeat(8) });
    if (!reading.ok) throw new Error(reading.faults.join('\n'));
    const shown: string[] = [];
    const wording = createWordings([startCatalogue]).in(locale);
    showStartTable(
      reading.config,
      { mailbox: true, demo: true },
      {
        say: sentence => shown.push(wording.of(sentence)),
        line: text => shown.push(...text.split('\n')),
        word: sentence => wording.of(sentence),
      },
    );

    const addresses = shown.filter(line => line.includes('http://'));
    expect(addresses.length).toBeGreaterThan(3);
    expect(textOf(file)).toContain(addresses.join('\n'));
  });

  it('has an example that compiles', () => {
    const page = `
      type Sdk = typeof import('@affilia/sdk');
      declare function show(message: string): void;
      declare function offer(next: import('@affilia/sdk').NextStep): void;
      declare function onTick(name: string, act: (ticked: boolean) => void): void;
      declare function askForCode(act: (code: string) => Promise<unknown>): void;
      declare function drawForm(
        form: import('@affilia/sdk').Form,
        issues: Readonly<Partial<Record<string, readonly import('@affilia/sdk/flows').FieldIssue[]>>>,
        busy: boolean,
        submit: (answers: FormData) => Promise<unknown>,
      ): void;`;
    const [example = ''] = found(textOf(file), /```ts\n([\s\S]*?)```/g);

    const said = compile({ 'readme/page.d.ts': page, 'readme/example.ts': example });

    expect(example).not.toBe('');
    expect(said).toEqual({ 'readme/page.d.ts': [], 'readme/example.ts': [] });
  });

  it('can be read in one go', () => {
    expect(textOf(file).split('\n').length).toBeLessThanOrEqual(201);
  });
});

describe('the two READMEs', () => {
  it('say the same things in the same order', () => {
    const shapeOf = (file: string): string[] =>
      textOf(file)
        .split('\n')
        .map(line => /^(#+ |\||- |```\w*|<!-- .* -->)/.exec(line)?.[1] ?? '')
        .filter(mark => mark !== '');

    expect(shapeOf(README['fr-CA'])).toEqual(shapeOf(README['en-CA']));
  });

  it('keep the spaces of French from breaking', () => {
    const prose = proseOf(README['fr-CA']).replaceAll(/`[^`]*`/g, 'code');

    expect(found(prose, /(.{0,20} [:;!?»].{0,10})/g)).toEqual([]);
    expect(found(prose, /(.{0,20}« .{0,10})/g)).toEqual([]);
  });
});

describe('the decisions', () => {
  const folder = 'docs/adr';
  const decisions = globSync('[0-9]*.md', { cwd: folder }).sort();

  it('are numbered without a gap, and short', () => {
    const numbers = decisions.map(file => Number(file.slice(0, 4)));
    const long = decisions.filter(file => textOf(join(folder, file)).trimEnd().split('\n').length > 40);

    expect(numbers).toEqual(decisions.map((_, place) => place + 1));
    expect(long).toEqual([]);
  });

  it('stand in the index under their own titles', () => {
    const titles = decisions.map(file => {
      const [, number = '', title = ''] = /^# (\d+)\. (.+)$/m.exec(textOf(join(folder, file))) ?? [];
      return `[${number.padStart(4, '0')}](${file}) ${title}`;
    });

    expect(found(textOf(join(folder, 'README.md')), /^- (.+)$/gm)).toEqual(titles);
  });
});
