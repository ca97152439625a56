import { en } from './words.en.mjs';
import { fr } from './words.fr.mjs';

/** @typedef {ReturnType<typeof createGuide>} Guide */
/** @typedef {import('@affilia/sdk').NextStep} NextStep */

/** A password on the screen. The tour has nothing to hide, but people see dots. @param {string} password */
export const dots = password => '•'.repeat([...password].length);

/**
 * Tells what happens, step by step.
 *
 * @param {{ locale: 'fr-CA' | 'en-CA', say: (line: string) => void }} setting
 */
export function createGuide({ locale, say }) {
  const words = locale === 'fr-CA' ? fr : en;
  let steps = 0;
  /** @param {string} text */
  const line = text => say(`   ${text}`);
  return {
    words,

    /** @param {string} title */
    step(title) {
      steps += 1;
      say('');
      say(`${steps}. ${title}`);
    },
    line,

    /** What stands on a screen or in a mail. @param {string} text */
    quote(text) {
      for (const one of text.trimEnd().split('\n')) line(`│ ${one}`.trimEnd());
    },

    /** What the portal says, and what comes next. @param {string} message @param {readonly (NextStep | undefined)[]} next */
    answer(message, next = []) {
      line(`→ ${message}`);
      for (const one of next) if (one) line(`  [${one.label}]`);
    },

    /** The steps of a process. @param {readonly { label: string, state: string }[]} all */
    progress(all) {
      const mark = (/** @type {string} */ state) =>
        state === 'DONE' ? '✓' : state === 'CURRENT' ? '●' : '○';
      line(all.map(({ label, state }) => `${mark(state)} ${label}`).join('   '));
    },

    /** A form as it stands on the page, which fills in the code that it holds. @param {import('@affilia/sdk').Form} form @param {string | null} code */
    form({ title, fields, submitLabel }, code = null) {
      line(`│ ${title}`);
      for (const field of fields)
        line(
          `│   ${field.required ? '* ' : ''}${field.label}${words.colon}${drawn(field.kind === 'CODE' ? { ...field, value: code } : field)}`,
        );
      line(`│   [${submitLabel}]`);
    },
  };
}

/** @param {import('@affilia/sdk').Form['fields'][number]} field */
function drawn({ kind, value, options, readOnlyReason }) {
  if (kind === 'CHECKBOX') return '☐';
  if (options.length > 0)
    return options.map(one => `${one.value === value ? '◉' : '○'} ${one.label}`).join('   ');
  return `[${value ?? ''}]${readOnlyReason === null ? '' : ` (${readOnlyReason})`}`;
}
