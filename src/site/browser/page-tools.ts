/** Makes the buttons at the end of a page work: it prints, copies its address, and says what happened. */

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

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

document.querySelectorAll('.page-buttons').forEach((line) => {
  line.removeAttribute('hidden')
  line.querySelector('[data-print]')?.addEventListener('click', () => {
    print()
  })
  line.querySelector('[data-copy]')?.addEventListener('click', () => {
    void copy(location.href).then((copied) => {
      const status = line.querySelector('[role=status]')
      if (status) status.textContent = copied ? '已复制' : '没有复制成功，请从地址栏复制'
    })
  })
})
