/**
 * What the operator chose: the one place of the house that reads the environment.
 *
 * Responsible for: reading and judging every variable, telling all faults at once in the language of the machine,
 * the secret key of a test realm.
 * Not responsible for: acting on it (app), the command line (main).
 */
export { configWordingEn } from './config.wording.en.ts';
export { configWordingFr } from './config.wording.fr.ts';
export type { Config, LogLevel } from './config.ts';
export { explainConfig, type ExplainedVariable } from './explain-config.ts';
export { machineLocale } from './machine-locale.ts';
export { readConfig, type ConfigReading, type Environment } from './read-config.ts';
