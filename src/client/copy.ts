/**
 * Copies a text where the clipboard API does not exist or may not be used. Returns whether it was
 * copied.
 */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  document.body.appendChild(field)
  field.select()
  // Deprecated, yet the only way on a page without HTTPS.
  const old: { execCommand: (command: string) => boolean } = document
  const copied = old.execCommand('copy')
  field.remove()
  return copied
}

/** Copies a text to the clipboard. Returns whether it was copied. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}
