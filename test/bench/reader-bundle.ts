export { CONTENDERS } from './reader-contenders.ts';
export { measure } from './measure-readers.ts';
