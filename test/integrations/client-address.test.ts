import { describe, expect, it } from '@jest/globals';
import { isClientOrigin, isClientPage } from '../../src/modules/integrations/client-address.ts';

describe('the origin of a client', () => {
  it.each(['https://membres.aqpm.example', 'https://membres.aqpm.example:8443'])('may be %s', origin => {
    expect([isClientOrigin(origin, 'TEST'), isClientOrigin(origin, 'LIVE')]).toEqual([true, true]);
  });

  it.each(['http://localhost:4001', 'http://127.0.0.1:4001', 'https://localhost:4001'])(
    'may be %s for a test key only',
    origin => {
      expect([isClientOrigin(origin, 'TEST'), isClientOrigin(origin, 'LIVE')]).toEqual([true, false]);
    },
  );

  it.each([
    ['the opaque origin', 'null'],
    ['nothing', ''],
    ['any', '*'],
    ['a pattern', 'https://*.aqpm.example'],
    ['a name alone', 'membres.aqpm.example'],
    ['without encryption', 'http://membres.aqpm.example'],
    ['a path, though it is empty', 'https://membres.aqpm.example/'],
    ['a path', 'https://membres.aqpm.example/fr'],
    ['a port that goes without saying', 'https://membres.aqpm.example:443'],
    ['capitals', 'https://Membres.aqpm.example'],
    ['somebody before an at sign', 'https://membres.aqpm.example@autre.example'],
    ['another scheme', 'file:///srv/www'],
    ['a name that only begins like this machine', 'http://localhost.autre.example'],
    ['a space behind', 'https://membres.aqpm.example '],
  ])('is not %s', (_, origin) => {
    expect(isClientOrigin(origin, 'TEST')).toBe(false);
  });
});

describe('the address of a client page', () => {
  it.each([
    'https://membres.aqpm.example/fr/invitation',
    'https://membres.aqpm.example/invitation?langue=fr',
  ])('may be %s', url => {
    expect([isClientPage(url, 'TEST'), isClientPage(url, 'LIVE')]).toEqual([true, true]);
  });

  it('may be on this machine for a test key only', () => {
    const url = 'http://localhost:4001/fr/invitation.html';

    expect([isClientPage(url, 'TEST'), isClientPage(url, 'LIVE')]).toEqual([true, false]);
  });

  it.each([
    ['without encryption', 'http://membres.aqpm.example/fr/invitation'],
    ['where the secret goes', 'https://membres.aqpm.example/fr/invitation#code='],
    ['where the secret goes, though empty', 'https://membres.aqpm.example/fr/invitation#'],
    ['somebody before an at sign', 'https://moi:secret@membres.aqpm.example/fr/invitation'],
    ['a script', 'javascript:alert(1)'],
    ['half an address', '/fr/invitation'],
    ['a way back', 'https://membres.aqpm.example/fr/../invitation'],
  ])('is not %s', (_, url) => {
    expect(isClientPage(url, 'TEST')).toBe(false);
  });
});
