import DataLoader from 'dataloader';
import type { Context, Loader } from '../context.ts';

export type { Loader };

export const defineLoader = <K, V>(batch: Loader<K, V>['batch']): Loader<K, V> => ({ batch });

const openedBy = new WeakMap<Context['load'], Map<object, unknown>>();

/** The loaders of one request, made when first asked for. */
export function openLoaders(context: () => Context): Context['load'] {
  const opened = new Map<object, unknown>();
  const load: Context['load'] = <K, V>(loader: Loader<K, V>, key: K): Promise<V> => {
    const known = opened.get(loader) as DataLoader<K, V> | undefined;
    if (known) return known.load(key);
    const fresh = new DataLoader<K, V>(keys => loader.batch(context(), keys));
    opened.set(loader, fresh);
    return fresh.load(key);
  };
  openedBy.set(load, opened);
  return load;
}

/** What was loaded before an act may not be so after it: the next act of the same request loads it again. */
export const forgetLoaded = ({ load }: Pick<Context, 'load'>): void => openedBy.get(load)?.clear();
