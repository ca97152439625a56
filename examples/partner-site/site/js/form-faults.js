import { words } from './connect.js';
import { isAsked } from './draw-field.js';
import { h } from './element.js';

/** What the fields themselves say must be there; all else is for the service to judge. */
export function judgeAnswers(fields) {
  return fields.flatMap(one => {
    const { path, kind, options, repeats } = one.field;
    const answer = one.read();
    if (isAsked(one.field) && (answer === false || answer.length === 0))
      return [{ path, message: missingAt(kind, options) }];
    const repeated = repeats && fields.find(({ field }) => isAt(field, repeats));
    return repeated && repeated.read() !== answer ? [{ path, message: words.passwordsDiffer }] : [];
  });
}

function missingAt(kind, options) {
  if (kind !== 'CHECKBOX') return words.mustFill;
  return options.length > 1 ? words.mustChoose : words.mustTick;
}

/** The message, a link to each field that must be corrected, and the ways forward. Marks the fields. */
export function drawSummary({ message, issues = [], ways = [] }, fields) {
  for (const one of fields) {
    one.mark(issues.filter(({ path }) => isAt(one.field, path)).map(issue => issue.message));
  }
  const entries = issues.map(issue => {
    const one = fields.find(({ field }) => isAt(field, issue.path));
    if (!one) return h('li', {}, issue.message);
    const go = event => {
      event.preventDefault();
      one.focus();
    };
    const text = `${one.field.label}${words.colon}${issue.message}`;
    return h('li', {}, h('a', { href: '#main', onclick: go }, text));
  });
  return [h('h3', {}, message), entries.length > 0 && h('ul', {}, entries), ...ways].filter(Boolean);
}

const isAt = (field, path) => field.path.join('.') === path.join('.');
