/** Buttons that print the page and copy its address, and a line that says what happened. */
function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

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

document.querySelectorAll('[data-page-tools]').forEach((place) => {
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  const line = document.createElement('p')
  line.className = 'page-buttons'
  line.append(
    button('打印本页', () => {
      print()
    }),
    button('复制本页网址', () => {
      void copy(location.href).then((copied) => {
        status.textContent = copied ? '已复制' : '没有复制成功，请从地址栏复制'
      })
    }),
    status,
  )
  place.prepend(line)
})
