const COLOUR = /^#[0-9a-f]{6}$/i;

/**
 * The colours of an association as a style sheet of its own: the page's policy lets no style stand in the page. Empty
 * where the portal cannot say them just now.
 *
 * @param {import('./trees.mjs').Trees} trees
 * @param {string} tree
 */
export async function brandOf(trees, tree) {
  const code = trees.find(tree);
  const realm = code === null ? null : await trees.realmOf(code).catch(() => null);
  const { colour = '', textColour = '' } = realm?.association.brand ?? {};
  if (!COLOUR.test(colour) || !COLOUR.test(textColour)) return '';
  return `:root { --brand: ${colour}; --on-brand: ${textColour}; }\n`;
}
