import { nginxPath } from './nginx.ts'

if (nginxPath() === undefined) {
  process.stderr.write(
    '没有找到 nginx，这项测试没有运行。请先安装：apt-get install -y nginx-light（brotli 一项还要 libnginx-mod-http-brotli-static，没有就略过），再运行 npm run test:nginx。\n',
  )
  process.exitCode = 1
}
