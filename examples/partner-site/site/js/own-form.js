/** A form of this site's own, in the shape of the service's, for where the service leads through no process. */
export const ownForm = (title, submitLabel, fields = []) => ({
  title,
  submitLabel,
  fields: fields.map(({ name, ...field }) => ({
    path: ['input', name],
    help: null,
    kind: 'TEXT',
    required: true,
    autocomplete: null,
    maxLength: null,
    options: [],
    value: null,
    readOnlyReason: null,
    ...field,
  })),
});

/** The repeated password: compared on the page and never sent. */
export const confirmation = label => ({
  path: ['confirmation'],
  label,
  kind: 'PASSWORD',
  autocomplete: 'new-password',
});
