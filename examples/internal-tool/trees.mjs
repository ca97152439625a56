import { memoryStorage } from '@affilia/sdk';
import { connect, speaking } from './connect.mjs';

/** @typedef {import('@affilia/sdk/associations').AssociationFragment} Body */
/** @typedef {ReturnType<typeof createTrees>} Trees */
/** @typedef {{ code: string, name: string, realm: import('@affilia/sdk/associations').Realm | null }} Tree */

/**
 * The association trees that this tool has a secret key of, and what may be known of them before anybody signs in.
 *
 * @param {{ endpoint: string, keys: Readonly<Record<string, string>> }} options
 */
export function createTrees({ endpoint, keys }) {
  const codes = Object.keys(keys);
  /** @type {Map<string, Promise<unknown>>} */
  const known = new Map();

  /**
   * Read once per language. What could not be read is asked again.
   *
   * @template T
   * @param {string} name
   * @param {string} code
   * @param {(portal: import('./connect.mjs').Portal) => Promise<T>} read
   * @returns {Promise<T>}
   */
  function once(name, code, read) {
    const place = `${name} ${code} ${speaking.getStore()}`;
    const answer =
      known.get(place) ?? read(connect({ endpoint, clientKey: keys[code] ?? '', storage: memoryStorage() }));
    known.set(place, answer);
    answer.catch(() => known.delete(place));
    return /** @type {Promise<T>} */ (answer);
  }

  /** @param {string} code */
  const realmOf = code => once('realm', code, portal => portal.associations.realm());

  return {
    /** @param {string | null} code */
    find: code => (code !== null && codes.includes(code) ? code : null),
    first: codes[0] ?? '',
    realmOf,

    /**
     * The realm's own form for whoever lost the password or the username: mail leads on from there.
     *
     * @param {'forgotten-password' | 'forgotten-username'} form
     * @param {import('@affilia/sdk/associations').Realm} realm
     */
    helpAddress(form, { association }) {
      const address = new URL(`/realm/${speaking.getStore()?.slice(0, 2) ?? 'fr'}/${form}`, endpoint);
      address.searchParams.set('association', association.id);
      return address.href;
    },

    /**
     * All of them by name, or by code where the portal cannot say the name just now.
     *
     * @returns {Promise<Tree[]>}
     */
    list: () =>
      Promise.all(
        codes.map(async code => {
          const realm = await realmOf(code).catch(() => null);
          return { code, name: realm?.association.name ?? code.toUpperCase(), realm };
        }),
      ),

    /**
     * The bodies of a tree, by code.
     *
     * @param {string} code
     */
    bodiesOf: code =>
      once('bodies', code, async portal => {
        /** @type {Body[]} */
        const bodies = [];
        for await (const body of portal.associations.list()) bodies.push(body);
        return bodies;
      }),

    /**
     * The portal for one person, who works in this tree.
     *
     * @param {string} code
     * @param {import('@affilia/sdk').SessionStorage} storage
     * @param {string | undefined} visitorAddress
     */
    connect: (code, storage, visitorAddress) =>
      connect({ endpoint, clientKey: keys[code] ?? '', storage, visitorAddress }),
  };
}
