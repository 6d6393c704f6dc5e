export { CONTENDERS } from './contenders.ts';
export { measure } from './measure.ts';
