export const point = {};
