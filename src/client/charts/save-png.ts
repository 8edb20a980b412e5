import { saveFile } from '../save-file.ts'

/** Pixels of the picture for each of the drawing's: sharp in print and on dense screens. */
const scale = 2

/**
 * Shows the button under a chart that saves its SVG file as PNG. Pages opened from a file have none,
 * because browsers do not let them read a drawing.
 */
export function offerPng(figure: Element): void {
  const button = figure.querySelector('.chart-png')
  const link = figure.querySelector<HTMLAnchorElement>('.chart-links a[href$=".svg"]')
  if (button === null || link === null || !location.protocol.startsWith('http')) return
  button.removeAttribute('hidden')
  button.addEventListener('click', () => {
    const drawing = new Image()
    drawing.onload = () => {
      const canvas = document.createElement('canvas')
      canvas.width = drawing.naturalWidth * scale
      canvas.height = drawing.naturalHeight * scale
      canvas.getContext('2d')?.drawImage(drawing, 0, 0, canvas.width, canvas.height)
      canvas.toBlob((picture) => {
        if (picture)
          saveFile(decodeURIComponent(link.href.replace(/^.*\/(.*)svg$/, '$1png')), picture)
      })
    }
    drawing.src = link.href
  })
}
