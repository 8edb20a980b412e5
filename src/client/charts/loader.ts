import { offerPng } from './save-png.ts'

/** File name of the drawing script, which is in the same folder; replaced by the bundler. */
declare const CHARTS_FILE: string

const self = document.currentScript as HTMLScriptElement | null

declare global {
  interface Window {
    /** Set by the first of several tags on a page. */
    chartsAwaited?: boolean
  }
}

function start(address: string) {
  window.chartsAwaited = true
  const figures = document.querySelectorAll('[data-chart]')
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      const script = document.createElement('script')
      script.src = address
      document.head.appendChild(script)
    },
    { rootMargin: '200px' },
  )
  figures.forEach((figure) => {
    observer.observe(figure)
    offerPng(figure)
  })

  // A closed table would not be printed.
  let opened: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details.chart-data:not([open])')]
    for (const details of opened) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}

if (self && !window.chartsAwaited && 'IntersectionObserver' in window) {
  start(self.src.replace(/[^/]*$/, CHARTS_FILE))
}
