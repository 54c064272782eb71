/** The last question of something said, so that it can be asked again; "" when it asked nothing. */
export function lastQuestion(text: string): string {
  const sentences = text.split(/(?<=[.!?।])\s+/);
  return (sentences.findLast((sentence) => /\?["”»']?$/.test(sentence.trim())) ?? "").trim().slice(0, 600);
}
