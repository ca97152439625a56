import type { Answer, Asked, Portal } from './portal.ts';

/** Sends mutations as a site would, from what is asked for of each, by its name, and of every refusal. */
export interface Mutations<Name extends string, Result> {
  /** Gives the whole answer. */
  send(portal: Portal, name: Name, input: object, asked?: Asked): Promise<Answer<Record<string, Result>>>;
  /** The same, where only the result counts. */
  perform(portal: Portal, name: Name, input: object, asked?: Asked): Promise<Result>;
}

export function mutationsOf<Name extends string, Result>(
  fields: Readonly<Record<Name, string>>,
  problems: string,
): Mutations<Name, Result> {
  const send: Mutations<Name, Result>['send'] = (portal, name, input, asked = {}) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${problems} ${fields[name]} } }`;
    return portal.graphql<Record<string, Result>>(query, { input }, asked);
  };
  return {
    send,
    async perform(portal, name, input, asked) {
      const { data, errors } = await send(portal, name, input, asked);
      const result = errors.length > 0 ? undefined : data[name];
      if (!result) throw new Error(`${name} was answered with ${JSON.stringify(errors)}`);
      return result;
    },
  };
}
