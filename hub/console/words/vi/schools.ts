export const schools = {};
