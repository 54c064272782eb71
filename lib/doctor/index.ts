export { examine } from "./examine";
export type { DoctorReport, Examination, Finding } from "./schema";
