import { affilia } from './connect.js';

/** What the service calls the values of these enumerations, by value. */
export async function labelsOf(...enumerations) {
  const lists = await Promise.all(enumerations.map(name => affilia.associations.labels(name)));
  return lists.map(labels => new Map(labels.map(({ value, label }) => [value, label])));
}
