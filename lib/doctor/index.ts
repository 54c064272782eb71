export { examine } from "./examine";
export { readTicket } from "./rehearsal-ticket";
export type { DoctorReport, Examination, Finding } from "./schema";
