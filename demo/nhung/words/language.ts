export * from '../../language.ts';
