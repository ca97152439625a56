import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const COOKIE = 'affilia-tool';
const ID = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`);
/** The portal ends a staff session long before; this only frees what nobody comes back for. */
const FORGOTTEN_AFTER = 12 * 3_600_000;
/** As many outcomes as a person may still reload. */
const MOST_TOLD = 20;

/** @typedef {ReturnType<typeof createVisitors>} Visitors */
/** @typedef {ReturnType<typeof createPerson>} Person */

/**
 * Somebody who is not signed in yet: what they owe, and where they wanted to go.
 *
 * @typedef {{ person: Person, owed: import('@affilia/sdk/second-factors').OwedSecondFactor, then: string }} Owing
 */

/** Somebody who is signed in. @param {import('./trees.mjs').Trees} trees @param {string} tree @param {string | undefined} address */
export function createPerson(trees, tree, address) {
  /** @type {string | null} */
  let session = null;
  /** @type {Map<string, object>} */
  const told = new Map();
  const storage = {
    read: () => session,
    /** @param {string | null} text */
    write(text) {
      session = text;
    },
  };
  return {
    tree,
    portal: trees.connect(tree, storage, address),
    seen: Date.now(),

    /** Keeps an outcome for the page that the browser is sent to. @param {object} outcome */
    tell(outcome) {
      const name = randomBytes(9).toString('base64url');
      told.set(name, outcome);
      for (const oldest of told.keys()) if (told.size > MOST_TOLD) told.delete(oldest);
      return name;
    },

    /** The same for what is shown once. @param {string | null} name */
    takeTold(name) {
      const taken = told.get(name ?? '') ?? null;
      told.delete(name ?? '');
      return taken;
    },

    /** @param {string | null} name */
    toldAs: name => told.get(name ?? '') ?? null,
  };
}

/** Who is behind which browser. A browser holds a random id and nothing else. */
export function createVisitors() {
  const secret = randomBytes(32);
  /** @type {Map<string, Person>} */
  const people = new Map();
  /** @type {Map<string, Owing>} */
  const owing = new Map();
  const newId = () => randomBytes(32).toString('base64url');
  /** @param {string} id */
  const formTokenOf = id => createHmac('sha256', secret).update(id).digest('base64url');

  return {
    /** @param {import('node:http').IncomingMessage} request */
    of(request) {
      const [, sent] = ID.exec(request.headers.cookie ?? '') ?? [];
      const id = sent ?? newId();
      const person = people.get(id) ?? null;
      if (person) person.seen = Date.now();
      return {
        id,
        isNew: sent === undefined,
        person,
        owing: owing.get(id) ?? null,
        formToken: formTokenOf(id),
      };
    },

    /** Whether a form came from a page that this browser was given. @param {string} id @param {string | null} token */
    isOwnForm(id, token) {
      const expected = Buffer.from(formTokenOf(id));
      const sent = Buffer.from(token ?? '');
      return sent.length === expected.length && timingSafeEqual(sent, expected);
    },

    /** Gives a new id, so that one that somebody planted before is worth nothing. @param {Person} person */
    signIn(person) {
      for (const [id, { seen }] of people) if (Date.now() - seen > FORGOTTEN_AFTER) people.delete(id);
      const id = newId();
      people.set(id, person);
      return id;
    },

    /** Waits for the second factor of somebody whose password was right. @param {string} id @param {Owing} owed */
    owe(id, owed) {
      for (const [other, { owed: old }] of owing)
        if (Date.parse(old.expiresAt) < Date.now() - FORGOTTEN_AFTER) owing.delete(other);
      owing.set(id, owed);
    },

    /** @param {string} id */
    signOut(id) {
      people.delete(id);
      owing.delete(id);
      return newId();
    },
  };
}

/** @param {string} id @param {boolean} secure */
export const cookieOf = (id, secure) =>
  `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
