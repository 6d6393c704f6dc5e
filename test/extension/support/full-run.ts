/** Whether `npm run test:all` is running: long property tests then run in full instead of sampling. */
export const IS_FULL_RUN = !!process.env.TCT_ALL;
