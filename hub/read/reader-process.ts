/** The process in which the hub reads what others sent. Started by `reader.ts`; ends with the hub's process. */
import { answerTask, type ReadTask } from './read-task.ts';

process.on('message', async (task: ReadTask) => process.send!(await answerTask(task)));
process.on('disconnect', () => process.exit());
process.send!('ready');
