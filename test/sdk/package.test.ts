import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import * as labels from '@affilia/sdk/labels';
import { DOCUMENT_LIMITS } from '../../src/platform/graphql/limits.ts';
import { measureDocument } from '../../src/platform/graphql/measure-document.ts';

const { resolve } = createRequire(import.meta.url);
const textOf = (specifier: string): string => readFileSync(resolve(specifier), 'utf8');
const manifest = JSON.parse(textOf('@affilia/sdk/documents.json')) as Record<string, string>;
const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('What ships with the SDK (O2)', () => {
  it('names each of its operations by the digest of the text that it sends', async () => {
    let sent = '';
    const affilia = createAffilia({
      endpoint: 'https://portal.test/graphql',
      clientKey: 'affilia_pk_test_site',
      locale: 'fr-CA',
      fetch: (_address, init) => {
        sent = (JSON.parse(init?.body as string) as { query: string }).query;
        return Promise.resolve(new Response('{"data":{"viewer":null}}'));
      },
      use: { accounts },
    });

    await affilia.accounts.viewer();

    expect(manifest[sha256(sent)]).toBe(sent);
    for (const [id, text] of Object.entries(manifest)) expect(id).toBe(sha256(text));
  });

  it('asks only for what the schema beside it has, within the published limits', () => {
    const schema = buildSchema(textOf('@affilia/sdk/schema.graphql'));

    for (const text of Object.values(manifest)) {
      const document = parse(text, { maxLexicalTokens: DOCUMENT_LIMITS.tokens });
      expect(validate(schema, document)).toEqual([]);
      for (const { depth, fields } of measureDocument(document)?.values() ?? []) {
        expect(depth).toBeLessThanOrEqual(DOCUMENT_LIMITS.depth);
        expect(fields).toBeLessThanOrEqual(DOCUMENT_LIMITS.fields);
      }
    }
  });

  it('names the hash of the one-file build', () => {
    const integrity = JSON.parse(textOf('@affilia/sdk/integrity.json')) as Record<string, string>;
    const hash = createHash('sha384').update(textOf('@affilia/sdk/affilia.iife.js')).digest('base64');

    expect(integrity).toEqual({ 'affilia.iife.js': `sha384-${hash}` });
  });
});

describe('The labels (P5)', () => {
  it('are there in both languages', () => {
    expect(labels.delegateRoleLabels.PRINCIPAL.fr).not.toBe(labels.delegateRoleLabels.PRINCIPAL.en);
    expect(labels.labelOf(labels.stepStateLabels, 'DONE', 'en-CA')).toBe(labels.stepStateLabels.DONE.en);
    expect(labels.labelOf(labels.stepStateLabels, 'DONE', 'fr-CA')).toBe(labels.stepStateLabels.DONE.fr);
  });

  it('show a value that is newer than the site as it is', () => {
    expect(labels.labelOf(labels.delegateRoleLabels, 'OBSERVER', 'fr-CA')).toBe('OBSERVER');
  });
});
