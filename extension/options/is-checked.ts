/** Whether the checkbox that fired an event is checked. */
export const isChecked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
