/** The buttons at the end of a page, which print the page and copy its address. */
import { copy } from './copy.ts'

// Of a site inside another, no script in the head has said so.
document.documentElement.toggleAttribute('data-scripts', true)
document.querySelectorAll('.page-buttons').forEach((line) => {
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
