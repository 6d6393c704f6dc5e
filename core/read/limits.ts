/** No school's feed comes near it (bytes, or characters of decoded text); a body this long is a mistake or an attack. */
export const MAX_BODY_BYTES = 32 * 2 ** 20;
