/** The process in which the hub reads what others sent. Started by `reader.ts`; ends with the hub's process. */
import { answerTask, MAX_READING_MS, type ReadTask } from './read-task.ts';
import { startWatchdog } from './watchdog.ts';

/** The hub ends this process when the time is over. Only if it cannot, the watchdog does, this much later. */
const MARGIN_MS = 10_000;

const watch = startWatchdog(MAX_READING_MS + MARGIN_MS);
process.on('message', async (task: ReadTask) => {
  watch(true);
  const answer = await answerTask(task);
  watch(false);
  process.send!(answer);
});
process.on('disconnect', () => process.exit());
process.send!('ready');
