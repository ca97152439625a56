/** What a module asks of modules above it: they know it, it does not know them. Plugged in house-ports.ts, found by name. */
export interface Port<T> {
  readonly name: string;
  /** What is plugged in; a type only. */
  readonly plugged?: T;
}

export const definePort = <T>(name: string): Port<T> => ({ name });

export interface Plug {
  readonly port: Port<unknown>;
  readonly into: unknown;
}

export const plug = <T>(port: Port<T>, into: T): Plug => ({ port, into });

export interface Ports {
  of<T>(port: Port<T>): T;
}

export function createPorts(plugs: readonly Plug[]): Ports {
  const plugged = new Map(plugs.map(({ port, into }) => [port.name, into]));
  return {
    of<T>({ name }: Port<T>): T {
      if (!plugged.has(name)) throw new Error(`nothing is plugged into ${name}`);
      return plugged.get(name) as T;
    },
  };
}
