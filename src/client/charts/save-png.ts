import { saveFile } from '../save-file.ts'

/** Pixels of the picture for each of the drawing's: sharp in print and on dense screens. */
const scale = 2

/** A link to a drawing that a reader chose has its name beside it. */
const nameOf = ({ download, href }: HTMLAnchorElement): string =>
  download || href.replace(/^.*\//, '')

/**
 * Lets the button under a chart save its SVG file as PNG. Pages opened from a file have none, because
 * browsers do not let them read a drawing.
 */
export function offerPng(figure: Element): void {
  const button = figure.querySelector<HTMLElement>('.chart-png')
  const link = figure.querySelector<HTMLAnchorElement>(
    '.chart-links a[download$=".svg"], .chart-links a[href$=".svg"]',
  )
  if (button === null) return
  if (link === null || !location.protocol.startsWith('http')) {
    button.hidden = true
    return
  }
  // Of a site inside another, no script in the head has said so.
  document.documentElement.toggleAttribute('data-scripts', true)
  button.addEventListener('click', () => {
    const drawing = new Image()
    drawing.onload = () => {
      const canvas = document.createElement('canvas')
      canvas.width = drawing.naturalWidth * scale
      canvas.height = drawing.naturalHeight * scale
      canvas.getContext('2d')?.drawImage(drawing, 0, 0, canvas.width, canvas.height)
      canvas.toBlob((picture) => {
        if (picture) saveFile(decodeURIComponent(nameOf(link).replace(/svg$/, 'png')), picture)
      })
    }
    drawing.src = link.href
  })
}
