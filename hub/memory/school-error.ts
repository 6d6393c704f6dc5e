import { line } from '../../core/text/normalize.ts';
import { toWriteError, WriteError } from './files.ts';
import { NewerStateError } from './state.ts';

/**
 * Words for an unexpected error in the work on one school, for the status of its sources. The school keeps what it had,
 * and the run goes on with the others.
 *
 * @throws the error itself if it concerns all schools: one of the disk, or a state that a newer hub wrote
 */
export function schoolErrorMessage(error: unknown): string {
  if (error instanceof NewerStateError || toWriteError(error) instanceof WriteError) throw error;
  return `tct-hub gặp lỗi khi xử lý các bài của trường này; danh sách cũ được giữ lại. Xin gửi địa chỉ của nguồn và dòng này cho người làm tct-hub: ${line(String(error), 200)}`;
}
