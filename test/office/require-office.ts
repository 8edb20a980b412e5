import { missingTools, tools } from './office.ts'

const missing = missingTools()
if (missing.length > 0) {
  const packages = [...new Set(missing.map((tool) => tools[tool])), 'fonts-noto-cjk'].join(' ')
  process.stderr.write(
    `没有找到 ${missing.join('、')}，这项测试没有运行。请先安装：apt-get install -y --no-install-recommends ${packages}，再运行 npm run test:office。\n`,
  )
  process.exitCode = 1
}
