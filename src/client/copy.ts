/** Copies in browsers without the clipboard interface, and on pages that may not use it. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  document.body.appendChild(field)
  field.select()
  // Out of date, and the only way on a page that is not served over HTTPS.
  const old: { execCommand: (command: string) => boolean } = document
  const copied = old.execCommand('copy')
  field.remove()
  return copied
}

/** Copies a text; whether it could. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}
