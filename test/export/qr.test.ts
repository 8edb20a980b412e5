import { createCanvas, Path2D } from '@napi-rs/canvas'
import jsQr from 'jsqr'
import { expect, test } from 'vitest'
import { qrCode } from '#export/qr.ts'

test.each([
  'https://www.example.gov.cn/zwgk/jcgk/issues/2025-q1-01.html',
  'https://www.example.gov.cn/zwgk/jcgk/self-inspections/2025-q2/shuiwu.html',
])('another program reads the address back from the code: %s', (address) => {
  const { size, path } = qrCode(address)
  const scale = 4
  const canvas = createCanvas(size * scale, size * scale)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(scale, scale)
  context.strokeStyle = '#000'
  context.stroke(new Path2D(path))
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  // The package is CommonJS, so its function is the default export of its default export.
  const read = (jsQr as unknown as { default?: typeof jsQr }).default ?? jsQr
  expect(read(data, canvas.width, canvas.height)?.data).toBe(address)
})
