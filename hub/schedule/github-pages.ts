import { readDeployFile } from './deploy-file.ts';
import type { Schedule } from './schedule.ts';

/** The workflow is the same for every hub: all paths are inside its repository. */
export async function describeGithubPages(): Promise<Schedule> {
  return {
    scheduler: 'github-pages',
    files: [{ path: '.github/workflows/hub.yml', text: await readDeployFile('pages.yml') }],
    canInstall: false,
    obstacle: {
      vi: 'Tệp này đặt trong một kho trên GitHub, cùng thư mục hub và cấu hình, chép thành cluster.jsonc.',
      en: 'This file belongs in a repository on GitHub, with the folder hub and the configuration, copied as cluster.jsonc.',
    },
    isInstalled: false,
    notes: [
      {
        vi: 'GitHub chạy mỗi giờ một lần, có khi trễ; lần lỡ thì bỏ qua. Máy này không cần bật. Kho không có thay đổi nào trong 60 ngày thì GitHub tắt lịch: bật lại ở thẻ Actions.',
        en: 'GitHub runs it once an hour, sometimes late; missed runs are skipped. This computer need not be on. GitHub stops the schedule of a repository without changes for 60 days: start it again on the Actions tab.',
      },
    ],
  };
}
