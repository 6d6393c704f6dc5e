import { line } from '../../core/text/normalize.ts';
import { toWriteError, WriteError } from './files.ts';
import { NewerStateError } from './state.ts';

/** @throws the error itself if it concerns the whole run: one of the disk, or a state that a newer hub wrote */
function quote(error: unknown): string {
  if (error instanceof NewerStateError || toWriteError(error) instanceof WriteError) throw error;
  return line(String(error), 200)!;
}

/**
 * Words for an unexpected error in the work on one school, for the status of its sources. The school keeps what it had,
 * and the run goes on with the others.
 *
 * @throws the error itself if it concerns all schools: one of the disk, or a state that a newer hub wrote
 */
export const schoolErrorMessage = (error: unknown): string =>
  `tct-hub gặp lỗi khi xử lý các bài của trường này; danh sách cũ được giữ lại. Xin gửi địa chỉ của nguồn và dòng này cho người làm tct-hub: ${quote(error)}`;

/** Likewise, for the weather, which keeps its forecasts. @throws the error itself if it concerns the whole run */
export const weatherErrorMessage = (error: unknown): string =>
  `tct-hub gặp lỗi khi xử lý dự báo thời tiết; dự báo cũ được giữ lại. Xin gửi dòng này cho người làm tct-hub: ${quote(error)}`;
