/**
 * A canvas that writes down what is drawn on it as SVG elements, in the manner of the canvas that draws
 * the static pictures: only rectangles, lines, closed shapes and circles, which are all that our
 * charts have.
 */
interface Recorder {
  readonly canvas: HTMLCanvasElement
  /** The SVG elements drawn so far. */
  readonly markup: () => string
}

const round = (number: number): string => String(Number(number.toFixed(2)))

export function recorder(width: number, height: number): Recorder {
  const elements: string[] = []
  let path = ''
  let circle = ''
  const state = { fillStyle: '', strokeStyle: '', lineWidth: 1 }
  const saved: (typeof state)[] = []
  const shape = (paint: string): void => {
    if (circle !== '') elements.push(`<circle ${paint} ${circle}/>`)
    else if (path !== '') elements.push(`<path ${paint} d="${path}"/>`)
  }
  const drawing = {
    save: () => {
      saved.push({ ...state })
    },
    restore: () => {
      Object.assign(state, saved.pop())
    },
    beginPath: () => {
      path = circle = ''
    },
    closePath: () => {
      if (path !== '') path += 'Z'
    },
    moveTo: (x: number, y: number) => {
      path += `M${round(x)} ${round(y)}`
    },
    lineTo: (x: number, y: number) => {
      path += `${path === '' ? 'M' : 'L'}${round(x)} ${round(y)}`
    },
    rect: (x: number, y: number, wide: number, high: number) => {
      path += `M${round(x)} ${round(y)}h${round(wide)}v${round(high)}h${round(-wide)}Z`
    },
    arc: (x: number, y: number, radius: number) => {
      circle = `cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"`
    },
    fill: () => {
      shape(`fill="${state.fillStyle}"`)
    },
    stroke: () => {
      if (state.strokeStyle !== 'transparent')
        shape(`fill="none" stroke="${state.strokeStyle}" stroke-width="${String(state.lineWidth)}"`)
    },
    measureText: () => ({ width: 0 }),
  }
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const nothing = (): undefined => undefined
  const context: unknown = new Proxy(state, {
    get: (target, name: string) => {
      if (name === 'canvas') return canvas
      if (name in drawing) return drawing[name as keyof typeof drawing]
      // Clips and transformations are not used by what is drawn here.
      return name in target ? target[name as keyof typeof target] : nothing
    },
  })
  canvas.getContext = (() => context) as typeof canvas.getContext
  return { canvas, markup: () => elements.join('') }
}
