/** Built from text because the language target of the house has no literal with the `v` flag, which names emoji. */
const EMOJI = new RegExp('\\p{RGI_Emoji}', 'gv');

/** Controls and line breaks, formats (bidirectional, zero-width), halves of pairs, private and invisible characters. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

/**
 * Whether a line of text (a name, a title) shows all that it holds, in the order in which it holds it.
 * Accents, apostrophes and emoji pass; the joiners inside an emoji pass because they are part of the picture.
 */
export function isPlainText(text: string): boolean {
  return !UNSEEN.test(text) || !UNSEEN.test(text.replace(EMOJI, ''));
}
