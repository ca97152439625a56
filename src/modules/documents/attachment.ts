const NAME_IN_HEADER = /[^\w .()-]/g;

/** Old programs read the plain name, all others the second one. */
export const attachment = (name: string): string =>
  `attachment; filename="${name.normalize('NFKD').replaceAll(NAME_IN_HEADER, '_')}"; filename*=UTF-8''${encodeURIComponent(
    name,
  ).replaceAll(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
